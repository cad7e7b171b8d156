export default definePageConfig({
  navigationBarTitleText: '人员信息审核',
  enablePullDownRefresh: true,
});
