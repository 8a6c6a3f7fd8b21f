import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ReadingModule } from '../requests/reading.module';
import { TrackController } from './track.controller';
import { DeadEffectsService } from './dead-effects.service';
import { TrackEngineService } from './track-engine.service';
import { TrackListService } from './track-list.service';
import { TrackMapService } from './track-map.service';
import { TrackPeopleService } from './track-people.service';
import { TrackViewsService } from './track-views.service';

@Module({
  imports: [PeopleModule, ReadingModule],
  controllers: [TrackController],
  providers: [DeadEffectsService, TrackEngineService, TrackListService, TrackMapService, TrackPeopleService, TrackViewsService],
})
export class TrackModule {}
