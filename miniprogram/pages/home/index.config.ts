export default definePageConfig({
  navigationBarTitleText: '继教通',
  navigationBarBackgroundColor: '#083f52',
  navigationBarTextStyle: 'white',
  backgroundColorTop: '#083f52',
  backgroundTextStyle: 'light',
  // A browser has a title bar of its own.
  navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
  enablePullDownRefresh: true,
});
