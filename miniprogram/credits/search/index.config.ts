export default definePageConfig({
  navigationBarTitleText: '学分情况查询',
});
