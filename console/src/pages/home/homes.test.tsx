import { screen } from '@testing-library/react';
import { fakeServer } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { authorityMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import AuthorityHome from './authorityHome';
import { ProjectTasks } from './projectTasks';
import UnitHome from './unitHome';

const NOTHING = { items: [], total: 0, page: 1, pageSize: 8 };
const serve = (overview: object) =>
  fakeServer(({ path }) => ({ body: path.endsWith('/overview') ? overview : NOTHING }));
const links = () =>
  screen.getAllByRole('link').map((link) => [link.getAttribute('href'), link.textContent ?? '']);

test('a unit sees what waits for it, and each number leads to where it is worked on', async () => {
  await signedIn(unitMe, () => ({ body: NOTHING }));
  serve({
    waitingLearners: 12,
    waitingTransfers: 3,
    waitingCorrections: 0,
    approvedLearners: 1864,
    checkInsToday: 342,
    waitingCreditings: 1,
    returnedCreditings: 2,
    waitingApplications: 0,
    returnedApplications: 0,
    waitingActivities: 2,
    returnedActivities: 1,
    waitingReports: 4,
    activitiesNow: [],
  });
  draw(<UnitHome />);
  await settle();
  expect(links()).toEqual(
    expect.arrayContaining([
      ['/learners', '待审核人员12人审核后才能签到、获得学分去审核'],
      ['/corrections', '待处理的更正0项都处理完了去处理'],
      ['/transfers', '待办理的调动3人等待本单位调出或调入去办理'],
      ['/learners?state=approved', '本单位人员1,864人已审核通过'],
      ['/activity-reviews', '待审核的举办申请2项'],
      ['/activities?state=returned', '退回修改的举办申请1项'],
      ['/creditable', '待授分的项目0项'],
      ['/creditings?state=mine', '退回修改的授分2项'],
      ['/reports', '待提交的反馈4项'],
    ]),
  );
});

test.each([
  [0, ''],
  [1, 'project-tasks__act'],
])('of what can be credited only what is late (%i) calls the unit', (late, className) => {
  const tasks = {
    ...{ waitingApplications: 0, returnedApplications: 0, waitingActivities: 0, returnedActivities: 0 },
    ...{ waitingReports: 0, returnedCreditings: 0 },
  };
  draw(<ProjectTasks {...tasks} creditable={{ total: 3, late }} />);
  expect(screen.getByText('3').className).toBe(className);
});

test('an authority sees its reviews and the units that learners ask for', async () => {
  await signedIn(authorityMe, () => ({ body: NOTHING }));
  serve({
    units: 311,
    approvedLearners: 15864,
    waitingCreditings: 0,
    waitingUnitRequests: 3,
    waitingApplications: 0,
    waitingActivities: 5,
    waitingReports: 2,
    activitiesNow: 7,
  });
  draw(<AuthorityHome />);
  await settle();
  expect(links()).toEqual(
    expect.arrayContaining([
      ['/creditings', '待审核的授分0批都审核完了，查看记录'],
      ['/unit-requests', '新增单位申请3项去处理'],
      ['/activity-reviews', '待审核的举办申请5项去审核'],
      ['/reports', '待审核的反馈2份去审核'],
    ]),
  );
});
