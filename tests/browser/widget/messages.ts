import type { DeviceClause, DeviceFaq, DeviceMessage, MessageKind } from '@tactful/protocol';

/** Locales in which the widget is looked at. */
export type Shown = 'en' | 'zh-Hans' | 'zh-Hant' | 'ar';
type Copy = Record<'card' | 'cardBody' | 'cardGo' | 'coupon' | 'couponBody' | 'couponGo' | 'video' | 'videoBody' | 'chat' | 'chatSay' | 'yes' | 'no' | 'watch' | 'solved' | 'person' | 'banner' | 'bannerBody' | 'bannerGo' | 'survey' | 'why' | 'price' | 'delivery' | 'looking' | 'again' | 'low' | 'high', string>;

const COPY: Record<Shown, Copy> = {
  en: {
    card: 'Need a hand with your order?', cardBody: 'Delivery is free over $60, and you can return anything within 30 days.', cardGo: 'See delivery and returns',
    coupon: 'Free shipping on this order', couponBody: 'It is still in your cart. Take the shipping off before you pay.', couponGo: 'Get free shipping',
    video: 'Workflows in one minute', videoBody: 'See how the three steps fit together, from trigger to result.',
    chat: 'Stuck on the workflow?', chatSay: 'It looks as if the form would not save. Shall I show you the usual cause? It takes 40 seconds.',
    yes: 'Yes, show me', no: 'Talk to a person', watch: 'The trigger has to be named before the steps can be saved.', solved: 'That solved it', person: 'I would rather talk to a person',
    banner: 'Free delivery until Sunday', bannerBody: 'On every order over $60, wherever you live.', bannerGo: 'See the terms',
    survey: 'Two quick questions', why: 'What kept you from ordering today?', price: 'The price', delivery: 'Delivery takes too long', looking: 'I was only looking', again: 'How likely are you to come back?', low: 'Not at all', high: 'Certain',
  },
  'zh-Hans': {
    card: '下单遇到问题了吗？', cardBody: '满 299 元免运费，30 天内可无理由退货。', cardGo: '查看配送与退货',
    coupon: '这笔订单免运费', couponBody: '商品还在购物车里，付款前先把运费减掉吧。', couponGo: '领取免运费券',
    video: '一分钟了解工作流', videoBody: '看看从触发到结果的三个步骤如何配合。',
    chat: '工作流设置卡住了？', chatSay: '表单好像没有保存成功。要看看最常见的原因吗？只需 40 秒。',
    yes: '好的，给我看看', no: '联系人工客服', watch: '要先给触发条件命名，步骤才能保存。', solved: '已经解决了', person: '我想和人工客服聊',
    banner: '周日前全场包邮', bannerBody: '满 299 元即可，全国各地都送。', bannerGo: '查看细则',
    survey: '两个小问题', why: '今天没有下单，主要是因为什么？', price: '价格', delivery: '配送太慢', looking: '只是随便看看', again: '你有多大可能再来？', low: '不会再来', high: '一定会来',
  },
  'zh-Hant': {
    card: '下單遇到問題了嗎？', cardBody: '滿 1,200 元免運費，30 天內可無條件退貨。', cardGo: '查看配送與退貨',
    coupon: '這筆訂單免運費', couponBody: '商品還在購物車裡，付款前先把運費減掉吧。', couponGo: '領取免運券',
    video: '一分鐘認識工作流程', videoBody: '看看從觸發到結果的三個步驟如何配合。',
    chat: '工作流程設定卡住了？', chatSay: '表單好像沒有儲存成功。要看看最常見的原因嗎？只需 40 秒。',
    yes: '好，給我看看', no: '聯絡真人客服', watch: '要先為觸發條件命名，步驟才能儲存。', solved: '已經解決了', person: '我想和真人客服聊',
    banner: '週日前全館免運', bannerBody: '滿 1,200 元即可，全台都送。', bannerGo: '查看細則',
    survey: '兩個小問題', why: '今天沒有下單，主要是因為什麼？', price: '價格', delivery: '配送太慢', looking: '只是隨便看看', again: '你有多大可能再來？', low: '不會再來', high: '一定會來',
  },
  ar: {
    card: 'هل تحتاج إلى مساعدة في طلبك؟', cardBody: 'التوصيل مجاني للطلبات فوق 200 ريال، ويمكنك الإرجاع خلال 30 يومًا.', cardGo: 'تفاصيل التوصيل والإرجاع',
    coupon: 'شحن مجاني لهذا الطلب', couponBody: 'ما زالت مشترياتك في السلة. أزِل رسوم الشحن قبل الدفع.', couponGo: 'احصل على الشحن المجاني',
    video: 'سير العمل في دقيقة', videoBody: 'شاهد كيف تتكامل الخطوات الثلاث من البداية إلى النتيجة.',
    chat: 'هل تعثّر إعداد سير العمل؟', chatSay: 'يبدو أن النموذج لم يُحفظ. هل أعرض عليك السبب المعتاد؟ يستغرق ذلك 40 ثانية.',
    yes: 'نعم، أرني', no: 'التحدث إلى موظف', watch: 'يجب تسمية المشغّل قبل حفظ الخطوات.', solved: 'تم حل المشكلة', person: 'أفضّل التحدث إلى موظف',
    banner: 'توصيل مجاني حتى يوم الأحد', bannerBody: 'لكل طلب فوق 200 ريال، أينما كنت.', bannerGo: 'عرض الشروط',
    survey: 'سؤالان سريعان', why: 'ما الذي منعك من الطلب اليوم؟', price: 'السعر', delivery: 'التوصيل بطيء', looking: 'كنت أتصفح فقط', again: 'ما احتمال أن تعود إلينا؟', low: 'لن أعود', high: 'سأعود حتمًا',
  },
};

const video = { src: '/clip.webm', poster: '/poster.svg', captions: '/captions.vtt' };

/** One message of each kind, as a configuration in that locale would bring it. */
export function messages(locale: Shown): Record<MessageKind, DeviceMessage> {
  const copy = COPY[locale];
  return {
    card: { kind: 'card', title: copy.card, body: copy.cardBody, action: { kind: 'link', label: copy.cardGo, url: '#delivery' } },
    coupon: { kind: 'coupon', title: copy.coupon, body: copy.couponBody, offer: 'freeship', action: { kind: 'apply_offer', label: copy.couponGo } },
    video: { kind: 'video', title: copy.video, body: copy.videoBody, video, action: { kind: 'chat', label: copy.person } },
    banner: { kind: 'banner', title: copy.banner, body: copy.bannerBody, action: { kind: 'link', label: copy.bannerGo, url: '#terms' } },
    survey: {
      kind: 'survey', title: copy.survey,
      survey: [
        { id: 'why', kind: 'single', ask: copy.why, answers: [{ id: 'price', label: copy.price }, { id: 'delivery', label: copy.delivery }, { id: 'looking', label: copy.looking }] },
        { id: 'again', kind: 'scale', scale: '0-10', ask: copy.again, low: copy.low, high: copy.high },
      ],
    },
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

/** What the chat answers, where it takes questions. */
export const FAQ: Record<Shown, readonly DeviceFaq[]> = {
  en: [{ id: 'return', q: 'How do I return something?', a: 'Within 30 days, from your account.' }, { id: 'time', q: 'How long does delivery take?', a: 'Two to four days.' }, { id: 'cost', q: 'How much does delivery cost?', a: 'Free over $60.' }],
  'zh-Hans': [{ id: 'return', q: '怎么退货？', a: '30 天内在账户里申请。' }, { id: 'time', q: '送货要多久？', a: '两到四天。' }, { id: 'cost', q: '送货要多少钱？', a: '满 299 元免运费。' }],
  'zh-Hant': [{ id: 'return', q: '怎麼退貨？', a: '30 天內在帳戶裡申請。' }, { id: 'time', q: '送貨要多久？', a: '兩到四天。' }, { id: 'cost', q: '送貨要多少錢？', a: '滿 1,200 元免運費。' }],
  ar: [{ id: 'return', q: 'كيف أُرجع المنتج؟', a: 'خلال 30 يومًا من حسابك.' }, { id: 'time', q: 'كم يستغرق التوصيل؟', a: 'من يومين إلى أربعة أيام.' }, { id: 'cost', q: 'كم يكلّف التوصيل؟', a: 'مجاني فوق 200 ريال.' }],
};

/** What fired them. */
export const FIRED: readonly DeviceClause[] = [
  { on: 'dwell', page: 'checkout', for: 10_000, consecutive: 3 },
  { on: 'form_error', consecutive: 2 },
];
