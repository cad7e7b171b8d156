import { fireEvent, screen } from '@testing-library/react';
import { draw } from '../../../testing/render';
import { learnerOf } from '../../../testing/rows';
import { RejectModal } from './rejectModal';

function open(names = ['韩雪']) {
  const onReject = jest.fn();
  draw(
    <RejectModal
      learners={names.map((name, index) => learnerOf({ id: String(index), name }))}
      busy={false}
      onCancel={() => undefined}
      onReject={onReject}
    />,
  );
  const ok = screen.getByRole<HTMLButtonElement>('button', { name: '审核不通过' });
  const write = (value: string) => fireEvent.change(screen.getByLabelText('补充说明'), { target: { value } });
  return { onReject, ok, write };
}

test('nobody is refused without a reason', () => {
  const { ok, write, onReject } = open();
  expect(ok.disabled).toBe(true);
  write('   ');
  expect(ok.disabled).toBe(true);
  fireEvent.click(ok);
  expect(onReject).not.toHaveBeenCalled();
});

test('the chosen words and the remark make one reason', () => {
  const { ok, write, onReject } = open();
  fireEvent.click(screen.getByText('职称有误'));
  fireEvent.click(screen.getByText('信息不完整'));
  write(' 请补充科室 ');
  fireEvent.click(ok);
  expect(onReject).toHaveBeenCalledWith('职称有误；信息不完整；请补充科室');
});

test('a word that is taken back leaves the reason', () => {
  const { ok } = open();
  fireEvent.click(screen.getByText('职称有误'));
  expect(ok.disabled).toBe(false);
  fireEvent.click(screen.getByText('职称有误'));
  expect(ok.disabled).toBe(true);
});

test('says whom it is about, in a line', () => {
  open(['韩雪', '欧阳明', '许雅琴', '马骏']);
  expect(screen.getByText('审核不通过：韩雪、欧阳明、许雅琴等4人')).toBeTruthy();
});
