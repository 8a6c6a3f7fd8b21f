import { OneOf } from '../../http/schema/schema.decorators';

export class AnswerTaken {
  @OneOf(['taken', 'known'], { description: '`known`: this call was answered before; nothing has changed.' }) status!: 'taken' | 'known';
}
