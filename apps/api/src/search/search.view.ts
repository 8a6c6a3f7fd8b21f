import { PersonRef } from '../http/schema/values.view';
import { Many } from '../http/schema/schema.decorators';
import { DefinitionItem } from '../definitions/dto/definition.view';
import { InboxRow } from '../tasks/dto/task.view';

export class SearchView {
  @Many(() => InboxRow) requests!: InboxRow[];
  @Many(() => PersonRef) people!: PersonRef[];
  @Many(() => DefinitionItem) definitions!: DefinitionItem[];
}
