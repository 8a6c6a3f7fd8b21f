import { Module } from '@nestjs/common';
import { ChangeListener } from './change-listener';
import { StreamController } from './stream.controller';
import { StreamService } from './stream.service';

@Module({ controllers: [StreamController], providers: [ChangeListener, StreamService] })
export class StreamModule {}
