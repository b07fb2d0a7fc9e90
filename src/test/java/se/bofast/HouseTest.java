package se.bofast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/// A test of the whole house on a real database. All such tests share one house; each makes a board
/// of its own with {@link TestHouse}, and the walls keep them apart.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"bofast.jobs.running=false", "bofast.page.strict-words=true"})
@AutoConfigureMockMvc
@Import({
    TestHouse.class,
    se.bofast.job.WorkDoneNow.class,
    se.bofast.prevention.LetterHouse.class,
    se.bofast.demo.PlayedDemo.class,
    se.bofast.review.ReviewHouse.class
})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface HouseTest {}
