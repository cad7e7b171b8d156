/** 参加考试 in the built mini-program, with the network cut in the middle. Needs dist/weapp. */
import type { AttemptResult, AttemptView, ExamView, GivenAnswer } from '../../common/contract/exams';
import { FakeApi, refuse } from './fakeApi';
import { ATTENDED } from './fixtures';
import { Weapp } from './weapp';

const id = (n: number) => n.toString(16).padStart(24, '0');
const ATTEMPT = id(900);
const MINUTE = 60_000;
const QUESTIONS: AttemptView['questions'] = [
  {
    id: id(901),
    kind: 'single',
    stem: '手卫生的首选方法是',
    pictureUrl: null,
    options: ['速干手消毒', '流水洗手'],
  },
  {
    id: id(902),
    kind: 'multiple',
    stem: '标准预防包括',
    pictureUrl: null,
    options: ['手卫生', '戴手套', '省略口罩'],
  },
];
const RIGHT = [[0], [0, 1]];

/** The server's side of one exam of two questions and half an hour. */
class Exam {
  answers: GivenAnswer[] = [];
  revision = 0;
  startedAt: number | undefined;
  isSubmitted = false;
  submissions = 0;

  constructor(readonly api: FakeApi) {
    api.overrides = {
      exams: {
        myExam: () => this.view(),
        startExam: () => {
          this.startedAt ??= Date.now();
          return this.attempt();
        },
        myAttempt: () => (this.isSubmitted ? refuse('EXAM_SUBMITTED') : this.attempt()),
        saveAnswers: ({ revision, answers }) => {
          this.take(revision, answers);
          return { revision: this.revision, serverTime: new Date().toISOString() };
        },
        submitExam: ({ revision, answers }) => {
          this.take(revision, answers);
          this.submissions += 1;
          this.isSubmitted = true;
          return this.result();
        },
        myResult: () => (this.isSubmitted ? this.result() : refuse('EXAM_NOT_SUBMITTED')),
      },
    };
  }

  chosen(n: number): number[] | undefined {
    return this.answers.find(({ question }) => question === QUESTIONS[n]?.id)?.chosen;
  }

  private take(revision: number, answers: GivenAnswer[]): void {
    if (revision > this.revision) {
      this.revision = revision;
      this.answers = answers;
    }
  }

  private view(): ExamView {
    return {
      activityId: ATTENDED.id,
      activityName: ATTENDED.name,
      unitName: ATTENDED.unitName,
      state: this.isSubmitted ? 'passed' : this.startedAt ? 'started' : 'open',
      words: '培训已结束，请在7天内完成考试',
      isRequired: true,
      questions: QUESTIONS.length,
      passScore: 60,
      minutes: 30,
      tries: 3,
      triesLeft: 3,
      opensAt: ATTENDED.from,
      closesAt: new Date(Date.now() + 7 * 24 * 60 * MINUTE).toISOString(),
      openAttemptId: this.startedAt && !this.isSubmitted ? ATTEMPT : null,
      best: null,
      attempts: [],
    };
  }

  private attempt(): AttemptView {
    const startedAt = this.startedAt ?? Date.now();
    return {
      id: ATTEMPT,
      activityId: ATTENDED.id,
      activityName: ATTENDED.name,
      tryNumber: 1,
      questions: QUESTIONS,
      answers: this.answers,
      revision: this.revision,
      passScore: 60,
      startedAt: new Date(startedAt).toISOString(),
      deadline: new Date(startedAt + 30 * MINUTE).toISOString(),
      serverTime: new Date().toISOString(),
    };
  }

  private result(): AttemptResult {
    const review = QUESTIONS.map((question, n) => {
      const [chosen, right] = [this.chosen(n) ?? [], RIGHT[n] ?? []];
      return { ...question, chosen, right, isRight: String(chosen) === String(right), explanation: '' };
    });
    const right = review.filter(({ isRight }) => isRight).length;
    return {
      id: ATTEMPT,
      activityId: ATTENDED.id,
      activityName: ATTENDED.name,
      tryNumber: 1,
      score: right * 50,
      passScore: 60,
      isPassed: right * 50 >= 60,
      right,
      total: QUESTIONS.length,
      startedAt: new Date(this.startedAt ?? Date.now()).toISOString(),
      submittedAt: new Date().toISOString(),
      isTimedOut: false,
      triesLeft: 2,
      review,
      reviewWords: '',
    };
  }
}

function examApi(): Exam {
  const api = new FakeApi();
  api.register('approved');
  api.activities = [ATTENDED];
  return new Exam(api);
}
const EXAM_PAGE = `study/exam/index?activityId=${ATTENDED.id}`;
const PAPER_PAGE = `study/paper/index?attemptId=${ATTEMPT}`;

test('taken from the first question to the score, with 项目评价 as the next step', async () => {
  const exam = examApi();
  const app = new Weapp(EXAM_PAGE, { api: exam.api });
  await app.says('考试合格才能授分');
  await app.tap(app.byId('exam-begin'));
  await app.says('第 1 题，共 2 题');
  await app.tap(app.byText('速干手消毒'));
  await app.until(() => exam.chosen(0)?.[0] === 0, 'the first answer at the server');
  await app.says('已保存');
  await app.tap(app.byId('paper-next'));
  await app.tap(app.byText('手卫生'));
  await app.tap(app.byText('戴手套'));
  await app.tap(app.byId('paper-submit'));
  await app.says('答对 2 题，共 2 题');
  expect(app.route).toBe('study/result/index');
  expect(app.text).toContain('合格');
  await app.tap(app.byId('result-evaluation'));
  expect(app.route).toBe('study/evaluation/index');
});

test('the network is cut and the mini-program closed: answered on, and saved when it returns', async () => {
  const exam = examApi();
  const storage = new Map<string, unknown>();
  const app = new Weapp(EXAM_PAGE, { api: exam.api, storage });
  await app.says('30分钟');
  await app.tap(app.byId('exam-begin'));
  await app.says('第 1 题，共 2 题');
  app.network(false);
  await app.tap(app.byText('速干手消毒'));
  await app.says('没有网络，答案已存在手机上');
  const opened = new Weapp(PAPER_PAGE, { api: exam.api, storage });
  await opened.says('第 1 题，共 2 题');
  await opened.tap(opened.byId('paper-next'));
  await opened.tap(opened.byText('手卫生'));
  expect(exam.answers).toEqual([]);
  opened.network(true);
  await opened.until(() => String(exam.chosen(1)) === '0', 'the answers at the server');
  expect(exam.chosen(0)).toEqual([0]);
  await opened.says('已保存');
});

test('handed in without a network, and through by itself when there is one, from whatever page', async () => {
  const exam = examApi();
  const storage = new Map<string, unknown>();
  const app = new Weapp(EXAM_PAGE, { api: exam.api, storage });
  await app.says('30分钟');
  await app.tap(app.byId('exam-begin'));
  await app.says('第 1 题，共 2 题');
  app.network(false);
  await app.tap(app.byText('流水洗手'));
  await app.tap(app.byId('paper-sheet'));
  await app.tap(app.byId('sheet-submit'));
  await app.says('没有网络，等待交卷');
  const opened = new Weapp('pages/home/index', { api: exam.api, storage });
  opened.network(true);
  await opened.until(() => exam.submissions > 0, 'the submission');
  expect(exam.chosen(0)).toEqual([1]);
  app.network(true);
  await app.says('未合格');
  expect(app.text).toContain('您的选择');
  expect([...storage.keys()].filter((key) => key.includes('exam.'))).toEqual([]);
});
