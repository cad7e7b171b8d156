export default definePageConfig({
  navigationBarTitleText: '为什么查不到学分',
  enablePullDownRefresh: true,
});
