export default definePageConfig({
  navigationBarTitleText: '签到',
  // A browser has a title bar of its own.
  navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
  enablePullDownRefresh: true,
});
