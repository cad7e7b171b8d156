import { openActivityOf } from '@/testing/openActivities';
import { addToCalendar } from './calendar.h5';
import { api } from './session';

const ACTIVITY = openActivityOf(1);
const agent = (userAgent: string) =>
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });

test('the iCalendar file is stored and the person told what to do with it', async () => {
  agent('Mozilla/5.0');
  const save = jest.fn(async () => undefined);
  const calendar = jest.spyOn(api.enrolments, 'calendar').mockResolvedValue({ name: '学习班.ics', save });
  expect(await addToCalendar(ACTIVITY)).toContain('打开后加入日历');
  expect(calendar).toHaveBeenCalledWith({ activityId: ACTIVITY.id });
  expect(save).toHaveBeenCalled();
});

test("WeChat's own browser stores no files: another way is named", async () => {
  agent('Mozilla/5.0 MicroMessenger/8.0');
  expect(await addToCalendar(ACTIVITY)).toContain('在浏览器中打开');
});
