/** What is sold; prices in fen. */
module.exports = [
  { id: 'morning-mug', name: '晨光马克杯', text: '容量 320 毫升，正好一握。底部露胎，拿着不烫手。', price: 16800 },
  { id: 'ridge-bowl', name: '山脊碗', text: '盛面够深，拌沙拉够宽。内壁留着一圈拉坯的纹路。', price: 22800 },
  { id: 'slow-teapot', name: '慢时光茶壶', text: '出水利落，最后一滴也不挂壶嘴。滤孔逐个手工扎成。', price: 59800 },
];
