import { screen } from '@testing-library/react';
import { Button } from 'antd';
import { draw } from '../../testing/render';
import { authorityMe, readerMe } from '../../testing/rows';
import { Allowed } from '../components/allowed';
import { whyNot } from './usePermission';

test('who has the 权限 needs no reason; who lacks it is told which, and whom to ask', () => {
  expect(whyNot(authorityMe, 'manageAccount')).toBeNull();
  expect(whyNot(readerMe, 'approveLearners')).toBe(
    '您没有“人员审核与调动”权限，请联系有“管理单位、账号与权限”权限的管理员开通',
  );
  expect(whyNot({ administrator: null }, 'review')).toContain('审核学分');
});

test('a control that cannot be used is disabled and says why to a screen reader', () => {
  draw(<Allowed reason="没有权限">{(disabled) => <Button disabled={disabled}>新增</Button>}</Allowed>);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '新增' }).disabled).toBe(true);
  expect(screen.getByRole('note', { name: '没有权限' }).tabIndex).toBe(0);
});

test('one that can be used stands alone', () => {
  draw(<Allowed reason={null}>{(disabled) => <Button disabled={disabled}>新增</Button>}</Allowed>);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '新增' }).disabled).toBe(false);
  expect(screen.queryByRole('note')).toBeNull();
});
