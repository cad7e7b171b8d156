export default definePageConfig({
  navigationBarTitleText: '谁查阅过我的信息',
});
