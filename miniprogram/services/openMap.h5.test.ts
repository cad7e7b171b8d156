import { openActivityOf } from '@/testing/openActivities';
import { openMap } from './openMap.h5';

const ACTIVITY = openActivityOf(1);

test('the map is opened beside the page, at the point of the venue', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  await openMap(ACTIVITY);
  await openMap({ ...ACTIVITY, point: null });
  expect(opened).toHaveBeenCalledTimes(1);
  const address = new URL(String(opened.mock.calls[0]?.[0]));
  expect(address.searchParams.get('position')).toBe('114.02,33.58');
  expect(opened.mock.calls[0]?.[2]).toBe('noopener');
});
