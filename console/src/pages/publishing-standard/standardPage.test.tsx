import type { StandardTable } from '@common/contract/standards';
import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { standardOf } from '../../../testing/notices';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import StandardPage from './standardPage';

const ID = '8'.repeat(24);

async function open(some: Partial<StandardTable> = {}) {
  let table = standardOf(some);
  const sent = await signedIn(authorityMe, ({ method, body }) => {
    if (method === 'GET') {
      return { body: { items: [table] } };
    }
    table = { ...table, ...(body as Partial<StandardTable>) };
    return { body: table };
  });
  draw(
    <Routes>
      <Route path="/publishing/standards/:standardId" element={<StandardPage />} />
    </Routes>,
    `/publishing/standards/${ID}`,
  );
  await settle();
  return sent;
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
function type(name: string, value: string, role = 'textbox') {
  const field = screen.getByRole(role, { name });
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
}
const written = (sent: { method: string; body: unknown }[]) =>
  sent.find(({ method }) => method === 'PUT')?.body;

test('a row that is not complete is not saved, and says what it lacks; credits are stored in hundredths', async () => {
  const sent = await open();
  expect(button('保存').disabled).toBe(true);
  fireEvent.click(button('加一行'));
  fireEvent.click(button('保存'));
  await settle();
  expect(within(screen.getByRole('group', { name: '第2行' })).getByText('请填写项目')).toBeTruthy();
  type('第2行项目', '省级刊物');
  type('第2行学分', '5', 'spinbutton');
  type('第2行最高学分', '3.5', 'spinbutton');
  expect(screen.getByText('最高学分不能低于最低学分')).toBeTruthy();
  fireEvent.click(button('保存'));
  await settle();
  expect(written(sent)).toBeUndefined();
  type('第2行最高学分', '7.5', 'spinbutton');
  fireEvent.click(button('第2行上移'));
  fireEvent.click(button('保存'));
  await settle();
  const [first] = standardOf().rows;
  expect(written(sent)).toEqual({
    basis: '',
    rows: [{ ...first, item: '省级刊物', from: 500, to: 750 }, first],
  });
  expect(button('保存').disabled).toBe(true);
});

test('what is typed while the saving is on its way stays, and is still to be saved', async () => {
  const sent = await open();
  type('依据（文件名称和文号，显示在标准上方）', '甲');
  fireEvent.click(button('保存'));
  type('依据（文件名称和文号，显示在标准上方）', '甲乙');
  await settle();
  expect(written(sent)).toMatchObject({ basis: '甲' });
  expect(screen.getByDisplayValue('甲乙')).toBeTruthy();
  expect(button('保存').disabled).toBe(false);
});

test('what is pasted from Excel is added, and lines that are not understood are named first', async () => {
  await open();
  fireEvent.click(button('从Excel粘贴'));
  await settle();
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.change(dialog.getByRole('textbox'), {
    target: { value: '进修\t省级医院\tII类\t5\t每月\n天文\t甲\tII类\t1' },
  });
  expect(dialog.getByText('第2行：没有“天文”这个类别')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '加入1行' }));
  await settle();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '第2行项目' }).value).toBe('省级医院');
});

test('publishing asks, and only what is saved can be published', async () => {
  const sent = await open();
  fireEvent.click(button('删除第1行'));
  expect(screen.getByRole('note', { name: '请先保存修改' })).toBeTruthy();
  fireEvent.click(button('放弃修改'));
  fireEvent.click(button('发布'));
  await settle();
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '发布' }));
  await settle();
  expect(sent.at(-1)).toMatchObject({
    path: `/api/authority/standards/${ID}/publish`,
    body: { isPublished: true },
  });
});
