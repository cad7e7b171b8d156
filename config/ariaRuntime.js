// Runs in the mini-program: the runtime numbers the attributes of each component, and must count those of ariaPlugin too.
import { mergeInternalComponents } from '@tarojs/shared';
import ariaAttributes from './ariaAttributes';

mergeInternalComponents(ariaAttributes);
