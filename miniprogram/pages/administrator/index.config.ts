export default definePageConfig({
  navigationBarTitleText: '确认管理员身份',
});
