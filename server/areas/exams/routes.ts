import type { exams } from '@common/contract/exams';
import { callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function examsRoutes(_platform: Platform, services: Services): Handlers<typeof exams> {
  const { exams: area } = services;
  return {
    myExam: async (call) => area.view(callerId(call, 'learnerId'), call.input.activityId),
    startExam: async (call) => area.start(callerId(call, 'learnerId'), call.input.activityId),
    myAttempt: async (call) => area.attempt(callerId(call, 'learnerId'), call.input.attemptId),
    saveAnswers: async (call) => area.save(callerId(call, 'learnerId'), call.input),
    submitExam: async (call) => area.submit(callerId(call, 'learnerId'), call.input),
    myResult: async (call) => area.result(callerId(call, 'learnerId'), call.input.attemptId),
  };
}
