import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal, type Sent } from '../../../../../testing/fakeServer';
import { bankQuestionOf, paperOf, paperServer, questionsOf } from '../../../../../testing/papers';
import { draw, settle } from '../../../../../testing/render';
import { unitMe } from '../../../../../testing/rows';
import { signedIn } from '../../../../../testing/signIn';
import type { Paper } from '../usePaper';
import { BankPicker } from './bankPicker';

/** The picker over a paper of six questions and a bank of thirty, which has those six too. */
async function open(refused: { [end: string]: Answer } = {}, count = 30) {
  const server = paperServer(paperOf({ questions: questionsOf(6) }), refused);
  const sent = await signedIn(unitMe, (asked) => {
    const { pathname, searchParams } = new URL(asked.path, 'http://a');
    if (!pathname.endsWith('/question-bank')) {
      return server.answer(asked);
    }
    const page = Number(searchParams.get('page'));
    const all = Array.from({ length: searchParams.get('q') ? 0 : count }, (_, at) => bankQuestionOf(at + 1));
    const items = all.slice((page - 1) * 20, page * 20);
    return { body: { items, total: all.length, page, pageSize: 20 } };
  });
  const props = { take: jest.fn(), reload: jest.fn(), onMoved: () => false };
  const paper: Paper = { view: server.now(), ...props };
  const onClose = jest.fn();
  draw(<BankPicker open paper={paper} onClose={onClose} />);
  await settle();
  return { sent, onClose, ...props };
}
const changes = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET');
const choose = (n: number) => fireEvent.click(screen.getByRole('checkbox', { name: `选择手卫生第${n}题` }));
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};

test('questions are chosen across pages; what is in the paper already cannot be', async () => {
  const { sent, take, onClose } = await open();
  const taken = screen.getByRole<HTMLInputElement>('checkbox', { name: '选择手卫生第1题' });
  expect(taken.disabled).toBe(true);
  expect(within(taken.closest('tr') as HTMLElement).getByText('已在试卷中')).toBeTruthy();
  choose(7);
  fireEvent.click(screen.getByTitle('2'));
  await settle();
  choose(21);
  expect(screen.getByText('已选2道试题')).toBeTruthy();
  await press('加入试卷');
  expect(changes(sent)).toMatchObject([
    { body: { questionIds: [bankQuestionOf(7).id, bankQuestionOf(21).id] } },
  ]);
  expect(take.mock.calls[0][0].questions).toHaveLength(8);
  expect(await screen.findByText('已加入2道试题')).toBeTruthy();
  expect(onClose).toHaveBeenCalled();
});

test('a search without a hit leads back to all, an empty bank to how it is filled', async () => {
  await open();
  fireEvent.change(screen.getByLabelText('题干中的字'), { target: { value: '心电图' } });
  await press('查询');
  await press('查看全部试题');
  expect(screen.getByText('手卫生第7题')).toBeTruthy();
});

test('an empty bank says how it is filled', async () => {
  await open({}, 0);
  expect(screen.getByText('题库里还没有试题')).toBeTruthy();
  expect(screen.getByRole('link', { name: '去题库' }).getAttribute('href')).toBe('/question-bank');
});

test('so many are drawn at random; a bank that has too few says so at the number', async () => {
  const words = '题库中没有这么多试题，还可以抽取4道';
  const { sent, onClose } = await open({ '/draw-from-bank': refusal(409, 'BANK_TOO_SMALL', words) });
  fireEvent.click(screen.getByText('随机抽取'));
  fireEvent.change(screen.getByLabelText('抽取'), { target: { value: '20' } });
  await press('随机抽取并加入试卷');
  expect(await screen.findByText(words)).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.change(screen.getByLabelText('抽取'), { target: { value: '4' } });
  await press('随机抽取并加入试卷');
  expect(changes(sent).map(({ body }) => body)).toEqual([{ count: 20 }, { count: 4 }]);
  expect(onClose).toHaveBeenCalled();
});
