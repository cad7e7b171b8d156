export default definePageConfig({
  navigationBarTitleText: '学员注册',
});
