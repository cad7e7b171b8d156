import type { Me } from '@common/contract/accounts';
import type { ReportView } from '@common/contract/reports';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { NO_REPORT_FORM, REPORT_FORM, reportOf, reportViewOf, waitingReport } from '../../../testing/reports';
import { AUTHORITY, authorityMe, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ReportPage from './reportPage';

const ID = '1'.repeat(24);
const NEXT = '2'.repeat(24);
const BATCH = { id: '3'.repeat(24), activityDate: '2026-07-20', persons: 4, state: 'waiting' as const };

interface Given {
  view?: ReportView;
  page?: number;
  me?: Me;
  answer?: (sent: Sent) => Answer | undefined;
}
async function open({ view = reportViewOf(), page, me = unitMe, answer }: Given = {}): Promise<Sent[]> {
  let { version } = view;
  const sent = await signedIn(me, (request) => {
    const given = answer?.(request);
    if (given) {
      return given;
    }
    if (request.method === 'PUT') {
      version += 1;
    }
    return request.path.endsWith('/submit')
      ? { body: reportViewOf(waitingReport(['withdraw'])) }
      : { body: { ...view, version } };
  });
  draw(
    <Routes>
      <Route path="/reports" element={<p>列表</p>} />
      <Route path="/reports/:activityId/:page?" element={<ReportPage />} />
    </Routes>,
    `/reports/${ID}${page ? `/${page}` : ''}`,
  );
  await settle();
  return sent;
}
const posts = (sent: Sent[]) => sent.filter(({ method }) => method === 'POST');
const saved = (sent: Sent[]) => sent.filter(({ method }) => method === 'PUT');
const address = () => screen.getByTestId('address').textContent;
const press = async (name: string, inside: HTMLElement = document.body) => {
  fireEvent.click(within(inside).getAllByRole('button', { name })[0] as HTMLElement);
  await settle();
};
const section = (name: string) => screen.getByRole('region', { name });

describe('the unit writes', () => {
  test('and it is kept while one types; the attendance offers its number', async () => {
    const view = reportViewOf({ form: NO_REPORT_FORM });
    const sent = await open({ view });
    expect(screen.getByText('已保存')).toBeTruthy();
    await press('填入5');
    await waitFor(() => expect(saved(sent)).toHaveLength(1));
    expect(saved(sent)[0]).toMatchObject({
      path: `/api/unit/reports/${ID}`,
      body: { version: 2, form: { holding: { participants: 5 } } },
    });
    expect(await screen.findByText('已保存')).toBeTruthy();
  });

  test('each page says what it lacks; the attached ones are there by themselves', async () => {
    await open({ view: reportViewOf({ form: { ...REPORT_FORM, summary: NO_REPORT_FORM.summary } }) });
    const step = (label: string) => screen.getByRole('link', { name: new RegExp(label) }).textContent;
    expect(step('举办情况')).toContain('已填好');
    expect(step('总结')).toContain('还有2处未填好');
    expect(step('考勤分析')).toContain('系统附上，4人符合条件');
    expect(step('授分人员名单')).toContain('还没有授分');
  });

  test('without a saved analysis its page says so, and leads there', async () => {
    const { analysis } = reportViewOf();
    await open({ page: 3, view: reportViewOf({ analysis: { ...analysis, pictureUrl: null } }) });
    expect(screen.getByRole('link', { name: /还没有考勤分析/ })).toBeTruthy();
    expect(screen.getByText('去考勤分析').getAttribute('href')).toBe(`/activities/${ID}/analysis`);
  });

  test('handing in leads to the first that is missing, and sends nothing', async () => {
    const sent = await open({
      view: reportViewOf({ form: { ...REPORT_FORM, summary: NO_REPORT_FORM.summary } }),
    });
    await press('提交');
    expect(address()).toBe(`/reports/${ID}/2`);
    expect(screen.getByText('请填写培训效果')).toBeTruthy();
    expect(posts(sent)).toEqual([]);
  });

  test('handing in is asked for first, and then says who has it', async () => {
    const sent = await open({ view: reportViewOf({ creditings: [BATCH] }) });
    await press('提交');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('提交后由行政部门审核');
    expect(posts(sent)).toEqual([]);
    await press('提交', dialog);
    expect(posts(sent)).toMatchObject([{ path: `/api/unit/reports/${ID}/submit`, body: { version: 2 } }]);
    expect(await screen.findByText(`已提交，现在由${AUTHORITY.name}审核`)).toBeTruthy();
  });

  test('who has not credited yet is told before', async () => {
    await open();
    await press('提交');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('还有4人符合条件而没有授分');
    expect(within(dialog).getByRole('button', { name: '仍要提交' })).toBeTruthy();
  });

  test('where nobody can review it is said', async () => {
    await open({
      view: reportViewOf({ creditings: [BATCH] }),
      answer: ({ method }) =>
        method === 'POST' ? refusal(409, 'NO_REVIEWER', '所在地区还没有开通行政部门') : undefined,
    });
    await press('提交');
    await press('提交', await screen.findByRole('dialog'));
    expect(await screen.findByText('所在地区还没有开通行政部门')).toBeTruthy();
  });

  test('what was saved elsewhere is not written over without being asked', async () => {
    let isOld = true;
    const sent = await open({
      answer: ({ method }) => {
        if (method === 'GET') {
          return { body: reportViewOf({ version: isOld ? 2 : 7 }) };
        }
        return method === 'PUT' && isOld
          ? refusal(409, 'REVIEW_MOVED', '刚刚有人处理过，请刷新后查看')
          : undefined;
      },
    });
    fireEvent.change(screen.getByLabelText('实际举办地点'), { target: { value: '二楼' } });
    expect(await screen.findByText(/刚刚在别处修改过/)).toBeTruthy();
    isOld = false;
    await press('以本页为准保存');
    expect(saved(sent).at(-1)?.body).toMatchObject({ version: 7, form: { holding: { place: '二楼' } } });
  });

  test('returned: the reasons stand where they belong', async () => {
    const back: ReportView['moves'][number] = {
      move: 'return',
      at: '2026-08-12T01:00:00.000Z',
      byName: AUTHORITY.name,
      administratorName: '周建平',
      reason: '请补充',
      pages: [{ page: 'summary', reason: '写明考核结果' }],
    };
    await open({ view: reportViewOf({ state: 'returned', daysLeft: null, moves: [back] }), page: 2 });
    expect(screen.getByText(`${AUTHORITY.name}退回修改：请补充`)).toBeTruthy();
    expect(screen.getByText('本页要修改：写明考核结果')).toBeTruthy();
    expect(screen.getByRole('link', { name: /总结/ }).textContent).toContain('退回要求修改');
  });

  test('pages 3 and 4 are attached and lead to where they come from', async () => {
    await open({ view: reportViewOf({ creditings: [BATCH] }), page: 3 });
    expect(screen.getByRole('list', { name: '刷卡周期' }).textContent).toContain('2026-07-20 08:00 至 18:00');
    expect(screen.getByRole('link', { name: '查看考勤分析' }).getAttribute('href')).toBe(
      `/activities/${ID}/analysis?tab=saved`,
    );
    expect(screen.getByAltText('考勤分析截图，点击放大')).toBeTruthy();
    await press('下一页');
    expect(screen.getByRole('list', { name: '授分批次' }).textContent).toContain('4人待审核');
  });

  test('who may not hold activities reads', async () => {
    await open({ me: readerMe });
    expect(section('1 举办情况').textContent).toContain('86人');
    expect(screen.queryByRole('button', { name: '提交' })).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

test('what waits can be taken back, after being asked', async () => {
  const sent = await open({ view: reportViewOf(waitingReport(['withdraw'])) });
  expect(screen.getByText(`等待 ${AUTHORITY.name}`)).toBeTruthy();
  await press('撤回');
  await press('撤回', await screen.findByRole('dialog'));
  expect(posts(sent)).toMatchObject([{ path: `/api/unit/reports/${ID}/withdraw` }]);
  expect(await screen.findByText('已撤回，可以修改后再提交')).toBeTruthy();
});

describe('the authority reviews', () => {
  const MINE = reportViewOf({ ...waitingReport(['pass', 'return']), creditings: [BATCH] });
  const answering =
    (outcome: 'done' | 'moved', next: string | null = null) =>
    ({ method, path }: Sent): Answer | undefined => {
      if (method === 'POST') {
        return { body: { results: [{ id: MINE.id, outcome, state: 'approved' }] } };
      }
      if (path.startsWith('/api/reports?')) {
        const items = next ? [reportOf({ activityId: next })] : [];
        return { body: { items, total: items.length, page: 1, pageSize: 1, late: 0 } };
      }
      return path.endsWith(NEXT) ? { body: { ...MINE, activityId: NEXT, name: '下一个项目' } } : undefined;
    };

  test('all four pages, and then the next that waits', async () => {
    const sent = await open({ me: authorityMe, view: MINE, answer: answering('done', NEXT) });
    for (const name of ['1 举办情况', '2 总结', '3 考勤分析', '4 授分人员名单']) {
      expect(section(name)).toBeTruthy();
    }
    await press('审核通过');
    expect(posts(sent)[0]?.body).toEqual({ items: [{ id: MINE.id, version: 2 }], decision: 'pass' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('下一个项目');
    expect(address()).toBe(`/reports/${NEXT}`);
  });

  test('returns with what to change on which page', async () => {
    const sent = await open({ me: authorityMe, view: MINE, answer: answering('done') });
    await press('退回修改');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('审核所用的时间不算逾期');
    fireEvent.change(within(dialog).getByLabelText('总结'), { target: { value: '写明考核结果' } });
    await press('退回修改', dialog);
    expect(posts(sent)[0]?.body).toMatchObject({
      decision: 'return',
      pages: [{ page: 'summary', reason: '写明考核结果' }],
    });
  });

  test('a colleague was faster: nothing is claimed, and it is read anew', async () => {
    const sent = await open({ me: authorityMe, view: MINE, answer: answering('moved', NEXT) });
    const reads = sent.filter(({ method }) => method === 'GET').length;
    await press('审核通过');
    expect(await screen.findByText(/刚刚有人处理过/)).toBeTruthy();
    expect(address()).toBe(`/reports/${ID}`);
    expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(reads + 1);
  });

  test('what is not handed in yet is not read, and not decided', async () => {
    const view = reportViewOf({ can: [], form: NO_REPORT_FORM, daysLeft: -3, isLate: true });
    await open({ me: authorityMe, view });
    expect(screen.getByText('举办单位还没有提交')).toBeTruthy();
    expect(screen.getByText('已逾期 3 个工作日')).toBeTruthy();
    expect(screen.queryByRole('region', { name: '1 举办情况' })).toBeNull();
    expect(screen.queryByRole('button', { name: '审核通过' })).toBeNull();
  });
});

test('one that is not there leads back', async () => {
  await open({ answer: () => refusal(404, 'NOT_FOUND', '没有找到') });
  expect(screen.getByText('返回执行情况反馈').getAttribute('href')).toBe('/reports');
});
