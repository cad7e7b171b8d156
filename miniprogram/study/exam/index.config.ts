export default definePageConfig({
  navigationBarTitleText: '参加考试',
  enablePullDownRefresh: true,
});
