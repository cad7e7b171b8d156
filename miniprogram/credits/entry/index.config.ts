export default definePageConfig({
  navigationBarTitleText: '学分详情',
  enablePullDownRefresh: true,
});
