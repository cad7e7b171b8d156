export default definePageConfig({ navigationBarTitleText: '离场确认' });
