export default definePageConfig({
  navigationBarTitleText: '线上课程',
  enablePullDownRefresh: true,
});
