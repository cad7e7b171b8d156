export default definePageConfig({
  navigationBarTitleText: '通知与帮助',
  enablePullDownRefresh: true,
});
