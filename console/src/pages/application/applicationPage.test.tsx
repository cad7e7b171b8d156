import type { Me } from '@common/contract/accounts';
import type { ApplicationView } from '@common/contract/applications';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { applicationViewOf, FORM, STEPS } from '../../../testing/applications';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ApplicationPage from './applicationPage';

const ID = '9'.repeat(24);
const WAITING = applicationViewOf({
  state: 'waiting',
  waitingFor: '漯河市卫生健康委员会',
  can: ['withdraw'],
  steps: STEPS,
});
const RETURN: ApplicationView['moves'][number] = {
  move: 'return',
  at: '2026-11-19T03:00:00.000Z',
  byName: '漯河市卫生健康委员会',
  administratorName: '刘洋',
  reason: '课程安排不合理',
  pages: [{ page: 'courses', reason: '请拆分为半天一门' }],
};

interface Given {
  view?: ApplicationView;
  page?: number;
  me?: Me;
  write?: (sent: Sent) => Answer | undefined;
}
async function open({ view = applicationViewOf(), page = 1, me = unitMe, write }: Given = {}) {
  let { version } = view;
  const sent = await signedIn(me, (request) => {
    const given = write?.(request);
    if (given) {
      return given;
    }
    if (request.method === 'PUT') {
      version += 1;
      return { body: { ...view, version } };
    }
    return { body: request.method === 'POST' ? WAITING : { ...view, version } };
  });
  const drawn = draw(
    <Routes>
      <Route path="/applications" element={<p>列表</p>} />
      <Route path="/applications/:applicationId/:page?" element={<ApplicationPage />} />
    </Routes>,
    `/applications/${ID}/${page}`,
  );
  await settle();
  return { sent, drawn };
}
const saved = (sent: Sent[]) => sent.filter(({ method }) => method === 'PUT');
const wrote = (sent: Sent[]) => sent.filter(({ method }) => method === 'POST');
const address = () => screen.getByTestId('address').textContent;
const press = async (name: string, inside: HTMLElement = document.body) => {
  fireEvent.click(within(inside).getAllByRole('button', { name })[0] as HTMLElement);
  await settle();
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const step = (label: string) => screen.getByRole('link', { name: new RegExp(label) });

describe('the form', () => {
  test('is kept while one types, over the version that was read', async () => {
    const { sent } = await open();
    expect(screen.getByText('已保存')).toBeTruthy();
    type('项目名称', '新的名称');
    expect(screen.getByText('正在保存…')).toBeTruthy();
    await waitFor(() => expect(saved(sent)).toHaveLength(1));
    expect(saved(sent)[0]).toMatchObject({
      path: `/api/unit/applications/${ID}`,
      body: { version: 3, form: { ...FORM, basics: { ...FORM.basics, name: '新的名称' } } },
    });
    expect(await screen.findByText('已保存')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('新的名称');
  });

  test('is written when the page is left', async () => {
    const { sent, drawn } = await open();
    type('教学对象', '护士');
    expect(saved(sent)).toEqual([]);
    drawn.unmount();
    await settle();
    expect(saved(sent)).toMatchObject([{ body: { form: { basics: { audience: '护士' } } } }]);
  });

  test('says what could not be kept, and tries again', async () => {
    let isDown = true;
    const { sent } = await open({
      write: ({ method }) =>
        method === 'PUT' && isDown ? refusal(503, 'STORE_UNAVAILABLE', '系统繁忙，请稍后再试') : undefined,
    });
    type('教学对象', '护士');
    expect(await screen.findByText('没有保存成功：系统繁忙，请稍后再试')).toBeTruthy();
    isDown = false;
    await press('重试');
    expect(saved(sent)).toHaveLength(2);
    expect(screen.getByText('已保存')).toBeTruthy();
  });

  test('that was saved elsewhere is not written over without being asked', async () => {
    let isOld = true;
    const { sent } = await open({
      write: ({ method }) => {
        if (method === 'GET') {
          return { body: applicationViewOf({ version: isOld ? 3 : 8 }) };
        }
        return method === 'PUT' && isOld
          ? refusal(409, 'REVIEW_MOVED', '刚刚有人处理过，请刷新后查看')
          : undefined;
      },
    });
    type('教学对象', '护士');
    expect(await screen.findByText(/刚刚在别处修改过/)).toBeTruthy();
    isOld = false;
    await press('以本页为准保存');
    expect(saved(sent).at(-1)?.body).toMatchObject({ version: 8, form: { basics: { audience: '护士' } } });
    expect(screen.queryByText(/刚刚在别处修改过/)).toBeNull();
  });

  test('is green page by page where nothing is missing; what is missing is said when the page is left', async () => {
    await open({
      view: applicationViewOf({ form: { ...FORM, leader: { ...FORM.leader, title: null } } }),
      page: 3,
    });
    expect(step('基本信息').textContent).toContain('已填好');
    expect(step('项目负责人').textContent).toContain('还有1处未填好');
    expect(screen.queryByText('请选择项目负责人的技术职务')).toBeNull();
    fireEvent.click(step('课程与师资'));
    fireEvent.click(step('项目负责人'));
    await settle();
    expect(screen.getByText('请选择项目负责人的技术职务')).toBeTruthy();
  });

  test('stars what must be filled in', async () => {
    await open({ page: 3 });
    const isStarred = (label: string) =>
      screen.getByText(label, { selector: 'label' }).className.includes('required');
    expect(['姓名', '技术职务', '从事专业', '联系电话'].map(isStarred)).toEqual([true, true, true, true]);
    expect(isStarred('所在科室')).toBe(false);
  });
});

describe('课程与师资', () => {
  const sum = () =>
    screen.getAllByRole('status').find(({ textContent }) => textContent?.startsWith('合计'))?.textContent;

  test('the running sum is told against 总学时', async () => {
    const { sent } = await open({ page: 4 });
    expect(sum()).toContain('与总学时12学时一致');
    await press('添加课程');
    type('第2门课程学时', '1.5');
    expect(sum()).toContain('总学时12学时，多出1.5学时');
    type('第1门课程学时', '8');
    expect(sum()).toContain('总学时12学时，还差2.5学时');
    await waitFor(() => expect(saved(sent)).toHaveLength(1));
    expect(saved(sent)[0]?.body).toMatchObject({ form: { courses: [{ minutes: 480 }, { minutes: 90 }] } });
  });

  test('a lecturer is matched by 人员编号; a wrong one is said at its field', async () => {
    let isKnown = false;
    await open({
      page: 4,
      write: ({ path }) => {
        if (!path.startsWith('/api/unit/lecturers/')) {
          return undefined;
        }
        return isKnown
          ? {
              body: {
                name: '陈静',
                personnelNo: '4110000123',
                title: 'chiefNurse',
                unitName: '舞阳县中医院',
              },
            }
          : refusal(400, 'LECTURER_UNKNOWN', '没有找到这个人员编号，请逐位核对');
      },
    });
    await press('第1门课程添加主讲人');
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('人员编号'), { target: { value: '4110000123' } });
    await press('匹配', dialog);
    expect(within(dialog).getByText('没有找到这个人员编号，请逐位核对')).toBeTruthy();
    isKnown = true;
    await press('匹配', dialog);
    await press('确定', dialog);
    expect(screen.getByRole('button', { name: '陈静，主任护师，舞阳县中医院' })).toBeTruthy();
  });
});

describe('提交上报', () => {
  test('shows what is missing instead', async () => {
    const { sent } = await open({
      view: applicationViewOf({ form: { ...FORM, organiser: { ...FORM.organiser, contact: '' } } }),
    });
    await press('提交上报');
    expect(address()).toBe(`/applications/${ID}/5`);
    expect(screen.getByText('请填写联系人')).toBeTruthy();
    expect(wrote(sent)).toEqual([]);
  });

  test('writes what is typed, asks, and hands in exactly that; then the form is to be read', async () => {
    let view = applicationViewOf();
    const { sent } = await open({
      write: ({ method, path }) => {
        if (path.endsWith('/submit')) {
          view = WAITING;
          return { body: WAITING };
        }
        return method === 'GET' ? { body: view } : undefined;
      },
    });
    type('教学对象', '护士');
    await press('提交上报');
    expect(wrote(sent)).toEqual([]);
    await press('提交上报', await screen.findByRole('dialog'));
    expect(wrote(sent)).toMatchObject([
      { path: `/api/unit/applications/${ID}/submit`, body: { version: 4 } },
    ]);
    expect(await screen.findByText('已提交上报，现在由漯河市卫生健康委员会审核')).toBeTruthy();
    await settle();
    expect(screen.queryByLabelText('教学对象')).toBeNull();
    const steps = within(screen.getByRole('list', { name: '审批步骤' }));
    expect(steps.getByRole('listitem', { current: 'step' }).textContent).toContain('漯河市卫生健康委员会');
  });

  test('outside the window says when the next one is', async () => {
    await open({
      write: ({ path }) =>
        path.endsWith('/submit')
          ? refusal(409, 'WINDOW_CLOSED', '下一次市级项目申报时间：2027年3月1日至3月31日')
          : undefined,
    });
    await press('提交上报');
    await press('提交上报', await screen.findByRole('dialog'));
    expect(await screen.findByText('下一次市级项目申报时间：2027年3月1日至3月31日')).toBeTruthy();
  });
});

test('the reasons of a 退回修改 stand on top and on their page', async () => {
  await open({ view: applicationViewOf({ state: 'returned', moves: [RETURN] }), page: 4 });
  const [whole, page] = screen.getAllByRole('alert');
  expect(whole?.textContent).toContain('漯河市卫生健康委员会退回修改：课程安排不合理');
  expect(page?.textContent).toContain('本页要修改：请拆分为半天一门');
  expect(step('课程与师资').textContent).toContain('退回要求修改');
  expect(screen.getByText('课程与师资：').parentElement?.textContent).toContain('请拆分为半天一门');
});

test('while it is reviewed it can be read, printed and withdrawn', async () => {
  const { sent } = await open({ view: WAITING });
  expect(screen.getByRole('region', { name: '项目负责人' }).textContent).toContain('主任护师');
  expect(screen.queryByRole('button', { name: '提交上报' })).toBeNull();
  expect(screen.getByRole('button', { name: '打印申报表' })).toBeTruthy();
  await press('撤回');
  await press('撤回', await screen.findByRole('dialog'));
  expect(wrote(sent)).toMatchObject([{ path: `/api/unit/applications/${ID}/withdraw` }]);
});

test('who lacks the 权限 reads the draft', async () => {
  await open({ me: readerMe });
  expect(screen.queryByLabelText('项目名称')).toBeNull();
  expect(screen.getByRole('region', { name: '基本信息' }).textContent).toContain(FORM.basics.name);
});

test('one that is not there leads back to the list', async () => {
  await open({ write: () => refusal(404, 'NOT_FOUND', '没有找到相应的内容，可能已被删除') });
  fireEvent.click(screen.getByRole('link', { name: '返回项目申报与备案' }));
  expect(screen.getByText('列表')).toBeTruthy();
});
