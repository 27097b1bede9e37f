import type { DeviceClause, DeviceMessage } from '@tactful/protocol';

/** Locales in which the widget is looked at. */
export type Shown = 'en' | 'zh-Hans' | 'zh-Hant' | 'ar';
type Copy = Record<'card' | 'cardBody' | 'cardGo' | 'coupon' | 'couponBody' | 'couponGo' | 'video' | 'videoBody' | 'chat' | 'chatSay' | 'yes' | 'no' | 'watch' | 'solved' | 'person', string>;

const COPY: Record<Shown, Copy> = {
  en: {
    card: 'Need a hand with your order?', cardBody: 'Delivery is free over $60, and you can return anything within 30 days.', cardGo: 'See delivery and returns',
    coupon: 'Free shipping on this order', couponBody: 'It is still in your cart. Take the shipping off before you pay.', couponGo: 'Get free shipping',
    video: 'Workflows in one minute', videoBody: 'See how the three steps fit together, from trigger to result.',
    chat: 'Stuck on the workflow?', chatSay: 'It looks as if the form would not save. Shall I show you the usual cause? It takes 40 seconds.',
    yes: 'Yes, show me', no: 'Talk to a person', watch: 'The trigger has to be named before the steps can be saved.', solved: 'That solved it', person: 'I would rather talk to a person',
  },
  'zh-Hans': {
    card: '下单遇到问题了吗？', cardBody: '满 299 元免运费，30 天内可无理由退货。', cardGo: '查看配送与退货',
    coupon: '这笔订单免运费', couponBody: '商品还在购物车里，付款前先把运费减掉吧。', couponGo: '领取免运费券',
    video: '一分钟了解工作流', videoBody: '看看从触发到结果的三个步骤如何配合。',
    chat: '工作流设置卡住了？', chatSay: '表单好像没有保存成功。要看看最常见的原因吗？只需 40 秒。',
    yes: '好的，给我看看', no: '联系人工客服', watch: '要先给触发条件命名，步骤才能保存。', solved: '已经解决了', person: '我想和人工客服聊',
  },
  'zh-Hant': {
    card: '下單遇到問題了嗎？', cardBody: '滿 1,200 元免運費，30 天內可無條件退貨。', cardGo: '查看配送與退貨',
    coupon: '這筆訂單免運費', couponBody: '商品還在購物車裡，付款前先把運費減掉吧。', couponGo: '領取免運券',
    video: '一分鐘認識工作流程', videoBody: '看看從觸發到結果的三個步驟如何配合。',
    chat: '工作流程設定卡住了？', chatSay: '表單好像沒有儲存成功。要看看最常見的原因嗎？只需 40 秒。',
    yes: '好，給我看看', no: '聯絡真人客服', watch: '要先為觸發條件命名，步驟才能儲存。', solved: '已經解決了', person: '我想和真人客服聊',
  },
  ar: {
    card: 'هل تحتاج إلى مساعدة في طلبك؟', cardBody: 'التوصيل مجاني للطلبات فوق 200 ريال، ويمكنك الإرجاع خلال 30 يومًا.', cardGo: 'تفاصيل التوصيل والإرجاع',
    coupon: 'شحن مجاني لهذا الطلب', couponBody: 'ما زالت مشترياتك في السلة. أزِل رسوم الشحن قبل الدفع.', couponGo: 'احصل على الشحن المجاني',
    video: 'سير العمل في دقيقة', videoBody: 'شاهد كيف تتكامل الخطوات الثلاث من البداية إلى النتيجة.',
    chat: 'هل تعثّر إعداد سير العمل؟', chatSay: 'يبدو أن النموذج لم يُحفظ. هل أعرض عليك السبب المعتاد؟ يستغرق ذلك 40 ثانية.',
    yes: 'نعم، أرني', no: 'التحدث إلى موظف', watch: 'يجب تسمية المشغّل قبل حفظ الخطوات.', solved: 'تم حل المشكلة', person: 'أفضّل التحدث إلى موظف',
  },
};

const video = { src: '/clip.webm', poster: '/poster.svg', captions: '/captions.vtt' };

/** One message of each kind, as a configuration in that locale would bring it. */
export function messages(locale: Shown): Record<'card' | 'coupon' | 'video' | 'chat', DeviceMessage> {
  const copy = COPY[locale];
  return {
    card: { kind: 'card', title: copy.card, body: copy.cardBody, action: { kind: 'link', label: copy.cardGo, url: '#delivery' } },
    coupon: { kind: 'coupon', title: copy.coupon, body: copy.couponBody, offer: 'freeship', action: { kind: 'apply_offer', label: copy.couponGo } },
    video: { kind: 'video', title: copy.video, body: copy.videoBody, video, action: { kind: 'chat', label: copy.person } },
    chat: {
      kind: 'chat',
      title: copy.chat,
      chat: [
        { id: 'question', say: copy.chatSay, replies: [{ label: copy.yes, next: 'watch' }, { label: copy.no, action: { kind: 'handoff', label: copy.no, to: 'request' } }] },
        { id: 'watch', say: copy.watch, video, replies: [{ label: copy.solved }, { label: copy.person, action: { kind: 'handoff', label: copy.person, to: 'request' } }] },
      ],
    },
  };
}

/** What fired them. */
export const FIRED: readonly DeviceClause[] = [
  { on: 'dwell', page: 'checkout', for: 10_000, consecutive: 3 },
  { on: 'form_error', consecutive: 2 },
];
