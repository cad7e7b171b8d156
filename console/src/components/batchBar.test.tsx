import { fireEvent, screen } from '@testing-library/react';
import { draw } from '../../testing/render';
import { BatchBar } from './batchBar';

test('is not there while nothing is chosen', () => {
  draw(
    <BatchBar count={0} onClear={() => undefined}>
      <button type="button">审核通过</button>
    </BatchBar>,
  );
  expect(screen.queryByRole('region', { name: '批量操作' })).toBeNull();
  expect(screen.queryByText('审核通过')).toBeNull();
});

test('says how many are chosen, offers what can be done, and lets go of them', () => {
  const onClear = jest.fn();
  draw(
    <BatchBar count={3} note="每人2分" onClear={onClear}>
      <button type="button">授分</button>
    </BatchBar>,
  );
  const bar = screen.getByRole('region', { name: '批量操作' });
  expect(bar.textContent).toBe('已选 3 人每人2分取消选择授分');
  fireEvent.click(screen.getByRole('button', { name: '取消选择' }));
  expect(onClear).toHaveBeenCalledTimes(1);
});
