/**
 * The contract's own names and closed words, for "Your data": English | zh-Hans | zh-Hant | ar. The site's own names (pages,
 * campaigns, signals, events) stay as they are.
 */
const ROWS = `session|会话|工作階段|الجلسة
visitor|访客|訪客|الزائر
user|用户|使用者|المستخدم
seq|序号|序號|الترتيب
bot|机器人概率|機器人機率|احتمال أنه روبوت
context|环境|環境|السياق
device|设备|裝置|الجهاز
desktop|电脑|電腦|حاسوب
phone|手机|手機|هاتف
locale|语言|語言|اللغة
referrer|来源|來源|المصدر
direct|直接访问|直接造訪|مباشر
internal|本站|本站|هذا الموقع
search|搜索|搜尋|بحث
none|无|無|لا شيء
config|配置|設定|الإعدادات
model|模型|模型|النموذج
started|开始时间|開始時間|البداية
duration|时长|時長|المدة
active|活跃时间|活躍時間|وقت النشاط
pages|页面|頁面|الصفحات
views|浏览次数|瀏覽次數|المشاهدات
episodes|停留次数|停留次數|مرات التوقف
counts|计数|計數|الأعداد
page views|进入页面|進入頁面|دخول الصفحات
clicks|点击|點擊|النقرات
hovers|悬停|懸停|مرات التحويم
errors|错误|錯誤|الأخطاء
form errors|表单错误|表單錯誤|أخطاء النماذج
form errors run|连续表单错误|連續表單錯誤|أخطاء النماذج المتتالية
form successes|表单提交成功|表單提交成功|النماذج المرسلة
exit intents|离开意向|離開意向|نوايا المغادرة
scroll percent|滚动深度（%）|捲動深度（%）|عمق التمرير (%)
events|事件|事件|الأحداث
rage clicks|愤怒点击|憤怒點擊|نقرات الغضب
dead clicks|无效点击|無效點擊|نقرات بلا أثر
slow clicks|缓慢的点击|緩慢的點擊|نقرات بطيئة
wait ms|最长等待|最長等待|أطول انتظار
wait seconds|最长等待秒数|最長等待秒數|ثواني أطول انتظار
mean wait seconds|平均等待秒数|平均等待秒數|متوسط ثواني الانتظار
waits|等待次数|等待次數|مرات الانتظار
waited ms|等待时间|等待時間|وقت الانتظار
hesitations|犹豫|猶豫|مرات التردد
field hesitations|填写犹豫|填寫猶豫|التردد في الحقول
form abandons|放弃的表单|放棄的表單|النماذج المتروكة
returns|回到页面|回到頁面|مرات الرجوع
backtracks|退回购物车|退回購物車|العودة إلى السلة
attention|关注|關注|الاهتمام
price ms|价格|價格|السعر
shipping ms|配送|配送|الشحن
returns ms|退货|退貨|سياسة الإرجاع
coupon ms|优惠码|優惠碼|القسيمة
product ms|商品页停留|商品頁停留|وقت صفحات المنتجات
price seconds|价格（秒）|價格（秒）|السعر (ثوانٍ)
shipping seconds|配送（秒）|配送（秒）|الشحن (ثوانٍ)
returns seconds|退货（秒）|退貨（秒）|سياسة الإرجاع (ثوانٍ)
coupon seconds|优惠码（秒）|優惠碼（秒）|القسيمة (ثوانٍ)
product|商品页|商品頁|صفحات المنتجات
listing|列表页|列表頁|صفحات القوائم
help|帮助页|說明頁|صفحات المساعدة
account|账户页|帳戶頁|صفحات الحساب
product views|进入商品页|進入商品頁|دخول صفحات المنتجات
listing views|进入列表页|進入列表頁|دخول صفحات القوائم
cart views|进入购物车|進入購物車|دخول السلة
checkout views|进入结账页|進入結帳頁|دخول صفحة إتمام الشراء
help views|进入帮助页|進入說明頁|دخول صفحات المساعدة
account views|进入账户页|進入帳戶頁|دخول صفحات الحساب
seconds|秒数|秒數|الثواني
added|加入|加入|ما أضيف
removed|移除|移除|ما أزيل
view item list|查看商品列表|查看商品清單|عرض قائمة سلع
select item|选择商品|選擇商品|اختيار سلعة
view item|查看商品|查看商品|عرض سلعة
add to cart|加入购物车|加入購物車|إضافة إلى السلة
remove from cart|移出购物车|移出購物車|إزالة من السلة
view cart|查看购物车|查看購物車|عرض السلة
begin checkout|开始结账|開始結帳|بدء إتمام الشراء
add shipping info|填写配送信息|填寫配送資訊|إدخال بيانات الشحن
add payment info|填写付款信息|填寫付款資訊|إدخال بيانات الدفع
purchase|购买|購買|شراء
refund|退款|退款|استرداد
signals|信号|訊號|الإشارات
count|次数|次數|العدد
longest run|最长连续次数|最長連續次數|أطول تتابع
cart|购物车|購物車|السلة
stage|阶段|階段|المرحلة
checkout|结账|結帳|إتمام الشراء
payment|付款|付款|الدفع
purchased|已购买|已購買|تم الشراء
value|金额|金額|القيمة
currency|货币|貨幣|العملة
items|商品|商品|السلع
idle|闲置时间|閒置時間|وقت الخمول
revisits|再次查看|再次查看|مرات العودة
features|特征|特徵|السمات
active seconds|活跃秒数|活躍秒數|ثواني النشاط
idle seconds|闲置秒数|閒置秒數|ثواني الخمول
sessions|会话数|工作階段數|الجلسات
days since first|距首次访问的天数|距首次造訪的天數|الأيام منذ أول زيارة
snapshots|快照|快照|اللقطات
at|时间|時間|الوقت
gates|未通过的条件|未通過的條件|الشروط غير المستوفاة
exposures|推荐|推薦|الاقتراحات
id|编号|編號|المعرّف
campaign|活动|活動|الحملة
campaign tag|活动标记|活動標記|وسم الحملة
version|版本|版本|الإصدار
variant|变体|變體|النسخة
arm|分组|分組|المجموعة
treatment|展示组|展示組|مجموعة العرض
control|对照组|對照組|مجموعة المقارنة
outcome|结果|結果|النتيجة
convert|转化|轉換|تحويل
click|点击|點擊|نقر
dismiss|关闭|關閉|إغلاق
ignore|忽略|忽略|تجاهل
reason|原因|原因|السبب
helped|有帮助|有幫助|أفاد
true|是|是|نعم
false|否|否|لا
trace|判断记录|判斷紀錄|سجل القرار
goals|目标|目標|الأهداف
event|事件|事件|الحدث
loss|已省略|已省略|ما حُذف
tried|已尝试|已嘗試|ما جُرّب
consent|同意|同意|الموافقة
trigger|触发|觸發|المحفّز
conditions|条件|條件|الشروط
frequency|频次|頻次|التكرار
group|群组|群組|الفئة
tabs|其他标签页|其他分頁|علامات تبويب أخرى
typing|正在输入|正在輸入|أثناء الكتابة
paying|正在付款|正在付款|أثناء الدفع
covered|会遮挡页面|會遮擋頁面|حجب جزء من الصفحة`;

/** Says one of the contract's words in a locale; undefined where it has none, or the locale's language is not there. */
export function dataWords(locale: string): (word: string) => string | undefined {
  const column = /^ar\b/i.test(locale) ? 3 : !/^zh\b/i.test(locale) ? 0 : /hant|-(tw|hk|mo)\b/i.test(locale) && !/hans/i.test(locale) ? 2 : 1;
  const words = new Map(column ? ROWS.split('\n').map((row) => [row.split('|')[0], row.split('|')[column]] as const) : []);
  return (word) => words.get(word);
}
