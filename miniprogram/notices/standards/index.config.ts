export default definePageConfig({
  navigationBarTitleText: '学分审核标准',
  enablePullDownRefresh: true,
});
