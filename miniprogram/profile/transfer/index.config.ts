export default definePageConfig({
  navigationBarTitleText: '单位调动',
});
