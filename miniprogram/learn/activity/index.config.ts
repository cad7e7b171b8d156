export default definePageConfig({
  navigationBarTitleText: '活动介绍',
  enablePullDownRefresh: true,
});
