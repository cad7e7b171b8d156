export default definePageConfig({
  navigationBarTitleText: '职称变更与姓名更正',
});
