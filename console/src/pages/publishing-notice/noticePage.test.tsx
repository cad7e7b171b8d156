import type { ManagedNotice } from '@common/contract/notices';
import { fireEvent, screen, within } from '@testing-library/react';
import { Link, Route, Routes } from 'react-router';
import { refusal } from '../../../testing/fakeServer';
import { FakeUpload } from '../../../testing/fakeUpload';
import { managedOf } from '../../../testing/notices';
import { draw, settle } from '../../../testing/render';
import { authorityMe, readerMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import NoticePage from './noticePage';

const ID = '7'.repeat(24);
const PUSHING = { told: 0, total: null, finishedAt: null };

async function open(
  stored: Partial<ManagedNotice> | null,
  { at, me = authorityMe } = { at: '', me: authorityMe },
) {
  let notice = managedOf({ state: 'draft', ...stored });
  const sent = await signedIn(me, ({ method, path, body }) => {
    if (path.includes('/attachments/') && method === 'GET') {
      return { file: '名额分配.xlsx' };
    }
    if (method === 'GET' && path.includes('?')) {
      return { body: { items: [], total: 0, page: 1, pageSize: 200 } };
    }
    if (path.endsWith('/publish')) {
      const { push } = body as { push: boolean };
      notice = { ...notice, state: 'published', push: push ? PUSHING : null };
    } else if (path.endsWith('/withdraw')) {
      notice = { ...notice, state: 'withdrawn' };
    } else if (method === 'POST' || method === 'PUT') {
      notice = { ...notice, ...(body as object) };
    } else if (method === 'GET' && stored === null && notice.title === '') {
      return refusal(404, 'NOT_FOUND', '没有找到');
    }
    return { body: notice };
  });
  draw(
    <>
      <Routes>
        <Route path="/publishing/notices/:noticeId" element={<NoticePage />} />
        <Route path="*" element={<p>别的页面</p>} />
      </Routes>
      <Link to="/units">单位</Link>
    </>,
    at || `/publishing/notices/${stored ? ID : 'new'}`,
  );
  await screen.findByRole('textbox', { name: /^(正文|回答)$/ });
  await settle();
  return sent;
}
const writes = (sent: { method: string; path: string; body: unknown }[]) =>
  sent.filter(({ method }) => method !== 'GET');
const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: '标题' });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const dialog = () => within(screen.getByRole('dialog'));
const address = () => screen.getByTestId('address').textContent;

test('a new one is kept as a draft once it has a title, and stays on the page when it gets its address', async () => {
  const sent = await open(null);
  expect(button('发布').disabled).toBe(true);
  fireEvent.click(screen.getByRole('checkbox', { name: /置顶/ }));
  await settle();
  expect(writes(sent)).toEqual([]);
  fireEvent.change(title(), { target: { value: '放假通知' } });
  expect(await screen.findByText('已保存')).toBeTruthy();
  expect(writes(sent)).toEqual([
    expect.objectContaining({
      method: 'POST',
      path: '/api/authority/notices',
      body: { kind: 'notice', title: '放假通知', topic: '', html: '', isImportant: false, isPinned: true },
    }),
  ]);
  await settle();
  expect(address()).toBe(`/publishing/notices/${ID}`);
  fireEvent.change(title(), { target: { value: '放假通知（更正）' } });
  await settle();
  await screen.findByText('已保存');
  expect(writes(sent).at(-1)).toMatchObject({ method: 'PUT', path: `/api/authority/notices/${ID}` });
});

test('publishing shows what will be seen; an important one is pushed unless that is switched off', async () => {
  const sent = await open({ isImportant: true });
  fireEvent.click(button('发布'));
  await settle();
  expect(dialog().getByText('请各单位按时完成授分。')).toBeTruthy();
  expect(dialog().getByRole('switch').getAttribute('aria-checked')).toBe('true');
  fireEvent.click(dialog().getByRole('button', { name: '发布并推送' }));
  await settle();
  expect(writes(sent).map(({ path, body }) => [path, body])).toEqual([
    [`/api/authority/notices/${ID}/publish`, { push: true }],
  ]);
  expect(await screen.findByText('正在准备推送')).toBeTruthy();
  expect(button('撤回')).toBeTruthy();
});

test('what is published changes only when told to, and leaving over a change asks', async () => {
  const sent = await open({ state: 'published' });
  expect(button('更新').disabled).toBe(true);
  fireEvent.change(title(), { target: { value: '改了' } });
  await settle();
  expect(writes(sent)).toEqual([]);
  fireEvent.click(screen.getByText('单位'));
  await settle();
  expect(address()).toContain('/publishing/notices/');
  fireEvent.click(screen.getByRole('button', { name: '留在本页' }));
  await settle();
  fireEvent.click(button('更新'));
  await settle();
  expect(writes(sent)).toEqual([
    expect.objectContaining({ method: 'PUT', body: expect.objectContaining({ title: '改了' }) }),
  ]);
  fireEvent.click(screen.getByText('单位'));
  await settle();
  expect(screen.getByText('别的页面')).toBeTruthy();
});

test('what was changed and not told to go out is kept when the notice is withdrawn', async () => {
  const sent = await open({ state: 'published' });
  fireEvent.change(title(), { target: { value: '改了' } });
  fireEvent.click(button('撤回'));
  await settle();
  fireEvent.click(dialog().getByRole('button', { name: '撤回' }));
  await settle();
  expect(await screen.findByText('已保存')).toBeTruthy();
  expect(
    writes(sent).map(({ method, body }) => [method, (body as { title?: string } | null)?.title]),
  ).toEqual([
    ['POST', undefined],
    ['PUT', '改了'],
  ]);
});

test('what was published without can be pushed later', async () => {
  const sent = await open({ state: 'published' });
  fireEvent.click(button('推送'));
  await settle();
  fireEvent.click(dialog().getByRole('button', { name: '推送' }));
  expect(await screen.findByText('正在准备推送')).toBeTruthy();
  expect(writes(sent).map(({ body }) => body)).toEqual([{ push: true }]);
  expect(screen.queryByRole('button', { name: '推送' })).toBeNull();
});

test('without a text it cannot be published', async () => {
  await open({ html: '<p> </p>' });
  expect(screen.getByRole('note', { name: '请先填写正文' })).toBeTruthy();
});

test('who lacks the permission reads only', async () => {
  await open({}, { at: '', me: { ...authorityMe, administrator: readerMe.administrator } });
  expect(title().disabled).toBe(true);
  expect(button('发布').disabled).toBe(true);
  expect(screen.getByRole('textbox', { name: '正文' }).getAttribute('contenteditable')).toBe('false');
});

test('an attachment is opened before it is published, by who reads only too', async () => {
  const attachment = { id: '9'.repeat(24), name: '名额分配.xlsx', bytes: 20480, type: '' };
  const me = { ...authorityMe, administrator: readerMe.administrator };
  const sent = await open({ attachments: [attachment] }, { at: '', me });
  let stored: unknown;
  URL.createObjectURL = (file) => {
    stored = file;
    return 'blob:1';
  };
  URL.revokeObjectURL = () => undefined;
  fireEvent.click(button('下载附件名额分配.xlsx'));
  await settle();
  expect(sent.at(-1)?.path).toBe(`/api/authority/notices/${ID}/attachments/${attachment.id}`);
  expect(stored).toBeInstanceOf(Blob);
});

test('an attachment is sent with its progress, removing it asks, and a wrong file is not sent', async () => {
  const sent = await open({
    attachments: [
      { id: '9'.repeat(24), name: '名额分配.xlsx', bytes: 20480, type: 'application/vnd.ms-excel' },
    ],
  });
  const uploads = FakeUpload.install();
  const choose = (name: string) =>
    fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, {
      target: { files: [new File(['x'], name)] },
    });
  choose('安装.exe');
  expect(await screen.findByText(/“安装.exe”不能作为附件/)).toBeTruthy();
  choose('课程表.pdf');
  expect(await screen.findByText('正在上传…')).toBeTruthy();
  await settle();
  uploads[0]?.answer(400, { code: 'FILE_INVALID', message: '文件内容不是PDF', requestId: 'r' });
  expect(await screen.findByText('文件内容不是PDF')).toBeTruthy();
  fireEvent.click(button('删除附件名额分配.xlsx'));
  await settle();
  fireEvent.click(dialog().getByRole('button', { name: '删除' }));
  await settle();
  expect(writes(sent).at(-1)).toMatchObject({
    method: 'DELETE',
    path: `/api/authority/notices/${ID}/attachments/${'9'.repeat(24)}`,
  });
});
