import { pageOfField } from './activityPages';

test.each([
  ['venue', 'basics'],
  ['registration.audience', 'basics'],
  ['courses', 'courses'],
  ['courses.0.lecturers.1.name', 'courses'],
  ['periods.3', 'periods'],
  ['documents.notice', 'documents'],
] as const)('%s is on %s', (field, page) => {
  expect(pageOfField(field)).toBe(page);
});
