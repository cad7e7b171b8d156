import type { AttemptView } from '@common/contract/exams';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Pressable } from '@/components/pressable/pressable';
import { Sheet } from '@/components/sheet/sheet';
import { chosenOf, type KeptAttempt } from '@/services/examAttempt';

interface AnswerSheetProps {
  isOpen: boolean;
  paper: AttemptView;
  kept: KeptAttempt;
  at: number;
  onClose: () => void;
  onTurn: (place: number) => void;
  onSubmit: () => Promise<void>;
}

/** 答题卡: every question by its number, which are answered and which marked; a tap goes there. */
export function AnswerSheet({ isOpen, paper, kept, at, onClose, onTurn, onSubmit }: AnswerSheetProps) {
  return (
    <Sheet
      isOpen={isOpen}
      title="答题卡"
      onClose={onClose}
      footer={
        <Button id="sheet-submit" onPress={onSubmit}>
          交卷
        </Button>
      }
    >
      <View className="sheet-legend">
        <View className="sheet-legend__item">
          <View className="sheet-legend__box sheet-legend__box--on" />
          已答
        </View>
        <View className="sheet-legend__item">
          <View className="sheet-legend__box" />
          未答
        </View>
        <View className="sheet-legend__item">
          <View className="sheet-legend__flag" />
          已标记
        </View>
      </View>
      <View className="sheet-grid">
        {paper.questions.map(({ id }, place) => {
          const isAnswered = chosenOf(kept.answers, id).length > 0;
          const isMarked = kept.marked.includes(id);
          const signs = [isAnswered ? 'sheet-number--on' : '', place === at ? 'sheet-number--here' : ''].join(
            ' ',
          );
          return (
            <View key={id} className="sheet-grid__cell">
              <Pressable
                id={`sheet-${place + 1}`}
                className={`sheet-number ${signs}`}
                label={`第${place + 1}题，${isAnswered ? '已答' : '未答'}${isMarked ? '，已标记' : ''}`}
                onPress={() => onTurn(place)}
              >
                {place + 1}
                {isMarked ? <View className="sheet-number__flag" /> : null}
              </Pressable>
            </View>
          );
        })}
      </View>
    </Sheet>
  );
}
