package io.quantong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Quantong 券通: innovation vouchers and instrument sharing for a city. Beans are named by their full
 * class name, so that modules may use the same short words.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Application {

  /** Starts the platform. */
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}
