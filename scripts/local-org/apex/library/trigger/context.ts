import type { TriggerEvent } from '../../../data/types.ts';
import type { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';

/** What `Trigger.*` says while triggers run. */
export interface TriggerContext {
    readonly event: TriggerEvent;
    readonly newRecords: ApexList | null;
    readonly oldRecords: ApexList | null;
    readonly newMap: ApexMap | null;
    readonly oldMap: ApexMap | null;
    readonly size: number;
}
