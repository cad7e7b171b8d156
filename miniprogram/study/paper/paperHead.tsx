import type { AttemptView } from '@common/contract/exams';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { useExams } from '@/hooks/useExams';
import { endOf, type KeptAttempt, savingOf } from '@/services/examAttempt';
import { SAVING_WORDS, timeWords, unanswered } from '../services/paperWords';
import { useTimeUp } from './useTimeUp';

/** The last minutes are said louder. */
const LAST_SECONDS = 300;

interface PaperHeadProps {
  paper: AttemptView;
  kept: KeptAttempt;
  at: number;
}

/** Which question this is, the time that is left, and whether the answers are saved; it stays at the top. */
export function PaperHead({ paper, kept, at }: PaperHeadProps) {
  const { trouble } = useExams();
  const seconds = useTimeUp(paper.id, endOf(paper, kept));
  const total = paper.questions.length;
  const answered = total - unanswered(paper, kept.answers).length;
  const saving = savingOf(kept, trouble);
  const isSafe = saving === 'saved' || saving === 'saving';
  return (
    <View className="paper-head">
      <View className="paper-head__line">
        <View className="paper-head__place" id="paper-place">
          第 {at + 1} 题，共 {total} 题
        </View>
        {paper.deadline === null ? null : <TimeLeft seconds={seconds} deadline={paper.deadline} />}
      </View>
      <View className="paper-head__track" aria-label={`已答${answered}题，共${total}题`}>
        <View className="paper-head__part" style={{ width: `${Math.round((answered / total) * 100)}%` }} />
      </View>
      <View className="paper-head__line">
        <View className="t-small">已答 {answered} 题</View>
        <View
          id="paper-saving"
          className={`paper-head__saving ${isSafe ? '' : 'paper-head__saving--waiting'}`}
        >
          {SAVING_WORDS[saving]}
        </View>
      </View>
    </View>
  );
}

function TimeLeft({ seconds, deadline }: { seconds: number; deadline: string }) {
  const isLast = seconds <= LAST_SECONDS;
  const words = timeWords(seconds, deadline);
  return (
    <View
      id="paper-time"
      className={`paper-head__time ${isLast ? 'paper-head__time--last' : ''}`}
      aria-label={`考试时间：${words}`}
    >
      <Icon name="clock" size={18} color={isLast ? theme.color.waiting : theme.color.inkSoft} />
      <View className="paper-head__clock">{words}</View>
    </View>
  );
}
