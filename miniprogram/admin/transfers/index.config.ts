export default definePageConfig({
  navigationBarTitleText: '人员调动',
  enablePullDownRefresh: true,
});
