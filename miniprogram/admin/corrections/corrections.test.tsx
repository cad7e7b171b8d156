import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { administratorMe } from '@/testing/administrators';
import { fakeServer, Refusal, sessionOf } from '@/testing/fakeServer';
import { idOf, pageOf } from '@/testing/people';
import { resetTaro } from '@/testing/taro';
import type { CorrectionRow } from './correctionCard';
import CorrectionsPage from './index';

const ROW: CorrectionRow = {
  id: idOf(1),
  kind: 'title',
  before: 'attendingPhysician',
  after: 'associateChiefPhysician',
  since: '2026-08-01',
  note: '',
  proofUrl: '/api/photos/ticket',
  state: 'waiting',
  reason: null,
  submittedAt: '2026-11-21T00:00:00.000Z',
  decidedAt: null,
  learnerId: idOf(2),
  name: '李雷',
  department: '心内科',
  idNoMasked: '4310**********0011',
};
let rows: CorrectionRow[] = [];

async function openPage(refuse?: () => never) {
  const me = administratorMe();
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(me), me: () => me },
    learners: {
      listCorrections: (input) =>
        pageOf(
          rows.filter(({ state }) => state === input.state),
          input,
        ),
      decideCorrection:
        refuse ??
        (({ correctionId, decision }) => {
          const state = decision === 'accept' ? ('accepted' as const) : ('refused' as const);
          rows = rows.map((row) => (row.id === correctionId ? { ...row, state } : row));
          return { ...ROW, state };
        }),
    },
  });
  await session.start();
  await act(async () => void (await session.signInWithWechat()));
  await act(async () => void render(<CorrectionsPage />));
  await screen.findByText('李雷');
  return sent;
}
async function tap(words: string) {
  const target = await screen.findByText(words);
  await act(async () => void fireEvent.click(target));
}

beforeEach(() => {
  resetTaro();
  rows = [ROW];
});

test('a title change shows what into what with its proof, and is accepted after a question', async () => {
  const sent = await openPage();
  expect(screen.getByLabelText('职称由 主治医师 变更为 副主任医师')).toBeTruthy();
  expect(document.querySelector('img')?.getAttribute('src')).toBe('https://api.test/api/photos/ticket');
  await tap('通过');
  expect(Taro.showModal).toHaveBeenCalledWith(
    expect.objectContaining({ content: '李雷：职称由 主治医师 变更为 副主任医师，通过后立即生效。' }),
  );
  await screen.findByText('没有待处理的申请');
  expect(sent.at(-1)?.input).toMatchObject({ correctionId: ROW.id, decision: 'accept' });
});

test('a refusal is given a reason', async () => {
  const sent = await openPage();
  await tap('不通过');
  await tap('确定不通过');
  expect(screen.getByText('请选择或填写原因，学员会看到')).toBeTruthy();
  await tap('证明材料看不清');
  await tap('确定不通过');
  expect(sent.at(-1)?.input).toMatchObject({ decision: 'refuse', reason: '证明材料看不清' });
});

test('one that a colleague has decided is told, and the list is read anew', async () => {
  await openPage(() => {
    rows = [];
    throw new Refusal('REQUEST_DECIDED');
  });
  await tap('通过');
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '该申请已处理，请刷新后查看' }),
    ),
  );
  await screen.findByText('没有待处理的申请');
});
