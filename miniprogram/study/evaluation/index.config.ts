export default definePageConfig({
  navigationBarTitleText: '项目评价',
  enablePullDownRefresh: true,
});
