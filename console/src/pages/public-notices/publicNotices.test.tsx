import { fireEvent, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { type Answer, fakeServer, refusal } from '../../../testing/fakeServer';
import { noticeOf, noticeRowOf } from '../../../testing/notices';
import { draw, settle } from '../../../testing/render';
import PublicFaqPage from './publicFaqPage';
import PublicNoticePage from './publicNoticePage';
import PublicNoticesPage from './publicNoticesPage';

const REGIONS = {
  items: [
    { regionCode: '41', name: '河南省' },
    { regionCode: '4111', name: '河南省漯河市' },
  ],
};
const pageOf = (items: object[], total = items.length) => ({ body: { items, total, page: 1, pageSize: 20 } });

async function open(at: string, list: Answer, one: Answer = { body: noticeOf() }) {
  const sent = fakeServer(({ path }) =>
    path.endsWith('/notice-regions') ? { body: REGIONS } : path.includes('?') ? list : one,
  );
  draw(
    <Routes>
      <Route path="/notices" element={<PublicNoticesPage />} />
      <Route path="/notices/:noticeId" element={<PublicNoticePage />} />
      <Route path="/faq" element={<PublicFaqPage />} />
    </Routes>,
    at,
  );
  await settle();
  return sent;
}
const asked = (sent: { path: string }[]) => {
  const last = sent.filter(({ path }) => path.startsWith('/api/public/notices?')).at(-1)?.path ?? '';
  return Object.fromEntries(new URL(last, 'http://a').searchParams);
};

test('a county reads under the nearest department that has published; the tabs stay with the region', async () => {
  const sent = await open(
    '/notices?region=411102',
    pageOf([noticeRowOf({ isPinned: true, isImportant: true })]),
  );
  expect(asked(sent)).toMatchObject({ kind: 'notice', regionCode: '411102' });
  expect(screen.getByText('河南省漯河市')).toBeTruthy();
  const link = screen.getByRole('link', { name: /关于做好学分审核工作的通知/ });
  expect(link.getAttribute('href')).toBe(`/notices/${'7'.repeat(24)}`);
  expect(link.textContent).toContain('置顶重要');
  expect(screen.getByRole('link', { name: '常见问题' }).getAttribute('href')).toBe('/faq?region=411102');
});

test('a search begins on the first page, and nothing found has a way back', async () => {
  const sent = await open('/notices?page=3', pageOf([]));
  fireEvent.change(screen.getByRole('textbox', { name: '标题或正文中的词' }), { target: { value: '年审' } });
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
  await settle();
  expect(asked(sent)).toMatchObject({ words: '年审', page: '1', regionCode: '00' });
  expect(screen.getByText('没有找到“年审”')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '查看全部通知' }));
  await settle();
  expect(screen.getByText('还没有通知')).toBeTruthy();
});

test('an article names the tab, and its attachment is a plain link', async () => {
  const attachments = [{ id: '9'.repeat(24), name: '课程表.pdf', bytes: 1024, type: 'application/pdf' }];
  await open(`/notices/${'7'.repeat(24)}`, pageOf([]), { body: noticeOf({ attachments }) });
  expect(document.title).toBe('关于做好学分审核工作的通知 · 继教通');
  expect(screen.getByText('请各单位按时完成授分。')).toBeTruthy();
  expect(screen.getByRole('link', { name: '课程表.pdf' }).getAttribute('href')).toBe(
    `/api/public/notices/${'7'.repeat(24)}/attachments/${'9'.repeat(24)}`,
  );
});

test('one that was withdrawn leads to the others', async () => {
  await open(`/notices/${'7'.repeat(24)}`, pageOf([]), refusal(404, 'NOT_FOUND', '没有找到'));
  expect(screen.getByText('没有找到这篇内容')).toBeTruthy();
  expect(screen.getByRole('link', { name: '查看全部通知' })).toBeTruthy();
});

test('questions stand by topic, those without one last; an answer is asked for when it is opened', async () => {
  const sent = await open(
    '/faq',
    pageOf([
      noticeRowOf({ id: '1'.repeat(24), kind: 'faq', title: '怎么打印证书？' }),
      noticeRowOf({ id: '2'.repeat(24), kind: 'faq', title: '为什么查不到学分？', topic: '学分查询' }),
    ]),
    { body: noticeOf({ kind: 'faq', html: '<p>先看是否已评价。</p>' }) },
  );
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    '学分查询',
    '其他',
  ]);
  const answers = () => sent.filter(({ path }) => path.startsWith('/api/public/notices/'));
  expect(answers()).toEqual([]);
  fireEvent.click(screen.getByText('为什么查不到学分？'));
  expect(await screen.findByText('先看是否已评价。')).toBeTruthy();
  expect(answers().map(({ path }) => path)).toEqual([`/api/public/notices/${'2'.repeat(24)}`]);
});
