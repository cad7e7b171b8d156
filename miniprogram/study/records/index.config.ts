export default definePageConfig({
  navigationBarTitleText: '考勤记录查询',
  enablePullDownRefresh: true,
});
