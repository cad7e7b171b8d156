import { type ApplicationForm, applicationForm } from '@common/contract/applications';
import type { ProjectDoc } from '../catalogue/model';

/** A form in which nothing is written. */
export const emptyForm = (): ApplicationForm => applicationForm.parse({});

/** 备案: the form of an earlier application for another year; its days were those of the year that it was written for. */
export const formAgain = (form: ApplicationForm): ApplicationForm => ({
  ...form,
  basics: { ...form.basics, from: null, to: null },
});

/** What an entry of the catalogue tells, where there was no application: it was entered or came from elsewhere. */
export function formOfProject(project: ProjectDoc): ApplicationForm {
  const { name, disciplineCode, form, minutes, leader } = project;
  const empty = emptyForm();
  return {
    ...empty,
    basics: { ...empty.basics, name, discipline: disciplineCode, form, minutes },
    leader: { ...empty.leader, name: leader },
    courses: [{ name, minutes, lecturers: [] }],
  };
}
