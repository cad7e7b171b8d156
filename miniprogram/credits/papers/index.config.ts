export default definePageConfig({
  navigationBarTitleText: '学分证书与打印',
  enablePullDownRefresh: true,
});
