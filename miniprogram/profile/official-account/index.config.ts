export default definePageConfig({
  navigationBarTitleText: '公众号绑定',
  enablePullDownRefresh: true,
});
