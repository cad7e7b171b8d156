export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/scan/index',
    'pages/credits/index',
    'pages/mine/index',
    'pages/check-in/index',
    'pages/register/index',
    'pages/sign-in/index',
    'pages/password/index',
    'pages/privacy/index',
  ],
  subPackages: [
    {
      root: 'admin',
      name: 'admin',
      pages: ['home/index', 'pending/index', 'board/index', 'people/index'],
    },
  ],
  lazyCodeLoading: 'requiredComponents',
  window: {
    // Without it the H5 build shows no title bar.
    navigationStyle: 'default',
    navigationBarTitleText: '继教通',
    navigationBarBackgroundColor: '#f3f6f7',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f6f7',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#6b7b83',
    selectedColor: '#0b5c74',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/scan/index',
        text: '签到',
        iconPath: 'assets/tab/scan.png',
        selectedIconPath: 'assets/tab/scan-on.png',
      },
      {
        pagePath: 'pages/credits/index',
        text: '学分',
        iconPath: 'assets/tab/credits.png',
        selectedIconPath: 'assets/tab/credits-on.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'assets/tab/mine.png',
        selectedIconPath: 'assets/tab/mine-on.png',
      },
    ],
  },
});
