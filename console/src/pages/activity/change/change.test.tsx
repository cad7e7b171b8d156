import { fireEvent, screen, within } from '@testing-library/react';
import { draw, settle } from '../../../../testing/render';
import { activityOf, readerMe, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import { ActivityActions } from '../activityActions';

/** So far ahead that no test's clock reaches it. */
const periods = [{ from: '2099-07-20T00:00:00.000Z', to: '2099-07-20T10:00:00.000Z' }];
const approved = activityOf({ holding: 'before', year: 2099, periods });

async function open(me = unitMe) {
  const sent = await signedIn(me, () => ({ body: approved }));
  const onChange = jest.fn();
  draw(<ActivityActions activity={approved} onChange={onChange} />);
  return { sent, onChange };
}

test('申请变更 wants something changed and a reason, and says what is still wanting', async () => {
  const { sent, onChange } = await open();
  fireEvent.click(screen.getByRole('button', { name: '申请变更' }));
  const drawer = within(await screen.findByRole('dialog'));
  const send = drawer.getByRole('button', { name: '提交变更' });
  expect(drawer.getByText('时间和会场都没有改变')).toBeTruthy();
  fireEvent.change(drawer.getByLabelText('会场'), { target: { value: '行政楼三楼会议室' } });
  expect(drawer.getByText('请填写变更原因')).toBeTruthy();
  expect(send.hasAttribute('disabled')).toBe(true);
  fireEvent.change(drawer.getByLabelText('变更原因'), { target: { value: '报告厅检修' } });
  fireEvent.click(send);
  await settle();
  expect(sent).toMatchObject([
    {
      path: `/api/unit/activities/${approved.id}/changes`,
      body: {
        venue: '行政楼三楼会议室',
        address: approved.address,
        point: null,
        periods,
        reason: '报告厅检修',
      },
    },
  ]);
  expect(onChange).toHaveBeenCalled();
});

test('one without 举办活动 cannot ask for a change', async () => {
  await open(readerMe);
  expect(screen.getByRole('button', { name: '申请变更' }).hasAttribute('disabled')).toBe(true);
});
