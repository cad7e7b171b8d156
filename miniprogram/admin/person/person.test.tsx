import type { LearnerRow } from '@common/contract/learners';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { administratorMe } from '@/testing/administrators';
import { fakeServer, LEARNER, Refusal, sessionOf } from '@/testing/fakeServer';
import { AS_OF, idOf, learnerRow, pageOf, personDetail } from '@/testing/people';
import { openedWith, resetTaro } from '@/testing/taro';
import PeoplePage from '../people/index';
import PersonPage from './index';

const APPROVED = { state: 'approved' as const, reason: null, submittedAt: AS_OF, decidedAt: AS_OF };
const PERIOD = {
  id: idOf(50),
  status: 'maternityLeave' as const,
  from: '2026-03-01',
  to: null,
  reason: '产假158天',
};
const PEOPLE: LearnerRow[] = [
  learnerRow(1, { state: 'approved', department: '儿科', personnelNo: '1000000016' }),
  learnerRow(2, { state: 'approved', department: '内科', status: 'maternityLeave' }),
];
let detail = personDetail(1);

async function start(refuse?: () => never) {
  const me = administratorMe();
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    regionsUnits: {
      listDepartments: () => ({ items: [{ id: idOf(7), name: '内科', approved: 1, pending: 0 }] }),
    },
    transfers: {
      release: () => ({
        id: idOf(60),
        state: 'released',
        fromUnitName: LEARNER.unit?.name ?? '',
        toUnitName: null,
        note: '',
        requestedBy: 'unit',
        startedAt: AS_OF,
        releasedAt: AS_OF,
        admittedAt: null,
        learnerId: detail.id,
        name: detail.name,
        idNoMasked: detail.idNoMasked,
        title: detail.title,
        department: '',
        side: 'out',
        can: ['cancel'],
      }),
    },
    learners: {
      listLearners: (input) => ({
        ...pageOf(
          PEOPLE.filter(
            (row) =>
              (!input.department || row.department === input.department) &&
              (!input.status || input.status === 'all' || row.status === input.status),
          ),
          input,
        ),
        asOf: AS_OF,
      }),
      learnerDetail: () => detail,
      assignDepartment: ({ department }) => {
        detail = { ...detail, department: department ?? '' };
        return { changed: 1 };
      },
      addStatusPeriod:
        refuse ??
        (({ learnerId: _, ...period }) => {
          const added = { ...period, id: idOf(51), reason: period.reason ?? '' };
          detail = { ...detail, status: period.status, statusPeriods: [added] };
          return detail;
        }),
      endStatusPeriod: ({ to }) => {
        detail = {
          ...detail,
          status: 'active',
          statusPeriods: to && to < PERIOD.from ? [] : [{ ...PERIOD, to }],
        };
        return detail;
      },
    },
  });
  await session.start();
  await act(async () => void (await session.signInWithWechat()));
  return sent;
}
async function tap(words: string) {
  const target = await screen.findByText(words);
  await act(async () => void fireEvent.click(target));
}
const turn = (field: string, value: string) =>
  fireEvent.change(document.querySelector(`#field-${field} input[data-picker]`) as Element, {
    target: { value },
  });
const last = (sent: Awaited<ReturnType<typeof start>>, name: string) =>
  sent.filter((one) => one.name === name).at(-1)?.input;

beforeEach(() => {
  resetTaro();
  openedWith({ learnerId: idOf(1) });
  detail = personDetail(1, { approval: APPROVED });
});

test('people by 人员状态 and by 科室, each with the way to his page', async () => {
  await start();
  await act(async () => void render(<PeoplePage />));
  await screen.findByText('学员1');
  await act(async () => void fireEvent.click(screen.getAllByText('产假')[0] as Element));
  await waitFor(() => expect(screen.queryByText('学员1')).toBeNull());
  await tap('学员2');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/admin/person/index?learnerId=${idOf(2)}` });
  await tap('全部');
  await tap('全部科室');
  await tap('内科');
  await waitFor(() => expect(document.querySelectorAll('.person')).toHaveLength(1));
  expect(screen.getByText('学员2')).toBeTruthy();
});

test('his 科室 is changed to one of the list, or to one that is typed', async () => {
  const sent = await start();
  await act(async () => void render(<PersonPage />));
  await act(async () => void fireEvent.click(document.querySelector('#assign-department') as Element));
  await tap('内科');
  expect(last(sent, 'learners.assignDepartment')).toEqual({ learnerIds: [idOf(1)], department: '内科' });
  await act(async () => void fireEvent.click(document.querySelector('#assign-department') as Element));
  await screen.findByText('使用填写的科室');
  fireEvent.change(document.querySelector('#field-department input') as Element, {
    target: { value: ' 门诊部 ' },
  });
  await tap('使用填写的科室');
  expect(last(sent, 'learners.assignDepartment')).toMatchObject({ department: '门诊部' });
});

test('a 人员状态 is entered with its days, and changed', async () => {
  const sent = await start();
  await act(async () => void render(<PersonPage />));
  await tap('登记人员状态');
  await tap('登记');
  expect(screen.getByText('请选择起日')).toBeTruthy();
  turn('from', '2026-03-01');
  turn('to', '2026-02-01');
  await tap('登记');
  expect(screen.getByText('止日不能早于起日')).toBeTruthy();
  turn('to', '2026-08-05');
  await tap('登记');
  expect(last(sent, 'learners.addStatusPeriod')).toEqual({
    learnerId: idOf(1),
    status: 'maternityLeave',
    from: '2026-03-01',
    to: '2026-08-05',
    reason: '',
  });
  expect(await screen.findByText('2026-03-01 至 2026-08-05')).toBeTruthy();
});

test('days that overlap are told at their field', async () => {
  await start(() => {
    throw new Refusal('STATUS_OVERLAP');
  });
  await act(async () => void render(<PersonPage />));
  await tap('登记人员状态');
  turn('from', '2026-03-01');
  await tap('登记');
  expect(document.querySelector('#field-from .field__error')?.textContent).toBe(
    '该时间段与已有的人员状态重叠',
  );
});

test('an open 人员状态 ends on a day; one entered by mistake is undone by a last day before its first', async () => {
  detail = personDetail(1, { approval: APPROVED, status: 'maternityLeave', statusPeriods: [PERIOD] });
  const sent = await start();
  await act(async () => void render(<PersonPage />));
  expect(screen.getByText('2026-03-01 至 未定')).toBeTruthy();
  await tap('修改');
  turn('end', '2026-08-05');
  await tap('保存止日');
  expect(last(sent, 'learners.endStatusPeriod')).toMatchObject({ statusId: PERIOD.id, to: '2026-08-05' });
  await tap('修改');
  await tap('登记有误，撤销');
  expect(last(sent, 'learners.endStatusPeriod')).toMatchObject({ to: '2026-02-28' });
  expect(await screen.findByText(/没有登记产假/)).toBeTruthy();
});

test('调出 from his own page is asked about first', async () => {
  const sent = await start();
  await act(async () => void render(<PersonPage />));
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  await tap('办理调出');
  expect(last(sent, 'transfers.release')).toBeUndefined();
  await tap('办理调出');
  expect(last(sent, 'transfers.release')).toEqual({ learnerId: idOf(1) });
});
